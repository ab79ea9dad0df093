using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Api.Desk;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration.Reference;

/// <summary>A reference table as a file at the desk's pages: down, up to be checked, and taken.</summary>
public sealed class FilesOnPages(ReferencePages pages, ReferenceDeeds deeds, ReferenceDesk desk, TimeProvider time)
{
    [Function("ExportTableOnPage")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/reference/files/{table}/export")] HttpRequest request, string table, CancellationToken cancellation) =>
        new CsvFile(await desk.ExportAsync(DeskAnswering.Table(table), cancellation), DeskAnswering.FileName(table, time.GetUtcNow()));

    [Function("ShowTableFile")]
    [Answers(Audience.Desk)]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/reference/files/{table}")] HttpRequest request, string table)
    {
        _ = DeskAnswering.Table(table);
        return pages.ShowFileAsync(request, table);
    }

    [Function("CheckTableFile")]
    [Answers(Audience.Desk, TakesFile = true)]
    public async Task<IActionResult> CheckAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/reference/files/{table}")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string table, CancellationToken cancellation)
    {
        var kind = DeskAnswering.Table(table);
        if (await request.ReadPageFileAsync("file", JsonBody.MaxBytes, cancellation) is not { } file)
            return await pages.ShowFileAsync(request, table, problem: new("file", FieldFault.Missing));
        var result = await deeds.ImportAsync(request, kind, file, write: false, null, null, engine, cancellation);
        return await pages.ShowFileAsync(request, table, result, file);
    }

    [Function("TakeTableFile")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/reference/files/{table}/apply")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string table, CancellationToken cancellation)
    {
        var kind = DeskAnswering.Table(table);
        var sent = await request.ReadPageFormAsync(cancellation);
        var (content, revision) = (new byte[sent["content"].ToString().Length], ReferenceFields.Number(sent["revision"]));
        if (content.Length == 0 || !Convert.TryFromBase64String(sent["content"].ToString(), content, out var length))
            return await pages.ShowFileAsync(request, table, problem: new("file", FieldFault.Missing));
        var file = content[..length];
        return await deeds.ImportAsync(request, kind, file, write: true, revision, sent["reason"], engine, cancellation) switch
        {
            ImportResult.Read => new SeeOther("/desk/reference/" + table),
            ImportResult.Stale => throw new ProblemException(new Problem(ProblemKind.TableChanged) { NextPath = "/desk/reference/files/" + table }),
            var refused => await pages.ShowFileAsync(request, table, refused),
        };
    }
}
