using LocalDiplomacy.Functions.Administration.Erasures;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Disposal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Desk;

/// <summary>The record of what went, as JSON and as a file.</summary>
public sealed class ReadErasures(ErasureReading erasures, Erasures record, TimeProvider time)
{
    [Function(nameof(ReadErasures))]
    [Answers(Audience.Association)]
    [ApiOperation("Lists what went because it had been kept long enough, the newest first: what, how much and by which rule, never what it said.", Answer = typeof(ErasureListAnswer), IsTagged = true, IsPaged = true)]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/erasures")] HttpRequest request, CancellationToken cancellation)
    {
        var paging = Paging.Of(request);
        var page = await erasures.ListAsync(paging, cancellation);
        return new JsonAnswer(ErasureListAnswer.Of(page)) { Next = paging.NextAddress(request, page.Next) };
    }

    [Function("ExportErasures")]
    [Answers(Audience.Association)]
    [ApiOperation("Gives the record of what went as CSV in UTF-8 with a byte order mark, all of it.", File = CsvFile.ContentType)]
    public async Task<IActionResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/erasures.csv")] HttpRequest request, CancellationToken cancellation) =>
        new CsvFile(ErasureFile.Write(await record.LastAsync(ErasureFile.MostLines, cancellation)), DeskAnswering.FileName("erasures", time.GetUtcNow()));
}
