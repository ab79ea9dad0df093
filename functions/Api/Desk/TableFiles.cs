using LocalDiplomacy.Functions.Administration.Reference;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Api.Requests;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Desk;

/// <summary>A reference table as a CSV file, and its history.</summary>
public sealed class TableFiles(ReferenceDesk desk, ReferenceDeeds deeds, TimeProvider time)
{
    [Function("ExportTable")]
    [Answers(Audience.Desk)]
    [ApiOperation("Gives the table “local-governments” or “missions” as CSV in UTF-8 with a byte order mark.", File = CsvFile.ContentType, Problems = [ProblemKind.NotFound])]
    public async Task<IActionResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/tables/{table}/file")] HttpRequest request, string table, CancellationToken cancellation) =>
        new CsvFile(await desk.ExportAsync(DeskAnswering.Table(table), cancellation), DeskAnswering.FileName(table, time.GetUtcNow()));

    [Function("ImportTable")]
    [Answers(Audience.Desk)]
    [ApiOperation("Takes the lines of a CSV file into the table, all of them or none; each bad line is reported. Addresses of missions cannot be changed so.",
        RequestContentType = CsvFile.ContentType, Answer = typeof(ImportAnswer), Problems = [ProblemKind.NotFound, ProblemKind.FileRefused])]
    public async Task<IActionResult> ImportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/desk/tables/{table}/file")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string table, CancellationToken cancellation)
    {
        var kind = DeskAnswering.Table(table);
        _ = request.IdempotencyKey();
        if (request.GetTypedHeaders().ContentType?.MediaType.Equals(CsvFile.ContentType, StringComparison.OrdinalIgnoreCase) != true)
            throw new ProblemException(ProblemKind.ContentTypeWrong);
        var file = await LimitedBody.ReadAsync(request, JsonBody.MaxBytes, cancellation);
        return await deeds.ImportAsync(request, kind, file, write: true, null, null, engine, cancellation) switch
        {
            ImportResult.Read read => new JsonAnswer(ImportAnswer.Of(read)),
            ImportResult.Refused refused => throw new ProblemException(new Problem(ProblemKind.FileRefused)
            {
                About = [refused.Problems.Count],
                Current = refused.Problems.Select(problem => BadLineAnswer.Of(problem, request.Reader().Language)).ToList(),
            }),
            _ => throw new ProblemException(ProblemKind.TableChanged),
        };
    }

    [Function("ReadTableHistory")]
    [Answers(Audience.Desk)]
    [ApiOperation("Lists the changes of a table with author and time, newest first.", Answer = typeof(TableHistoryAnswer), IsTagged = true, Problems = [ProblemKind.NotFound])]
    public async Task<IActionResult> HistoryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/tables/{table}/history")] HttpRequest request, string table, CancellationToken cancellation) =>
        new JsonAnswer(new TableHistoryAnswer([.. (await desk.HistoryAsync(DeskAnswering.Table(table), null, cancellation)).Select(TableChangeAnswer.Of)]));
}
