using LocalDiplomacy.Functions.Administration.Cases;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.Signing.Scans;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Signing;

/// <summary>The page on which an office adds scans of what was signed on paper, and their content.</summary>
public sealed class ScansOnPages(OfficeCases cases, DeskCases all, ScanDesk desk, CasePages pages)
{
    /// <summary>What is a little too large is still said no to beside its field.</summary>
    private const int MostTaken = 3 * ScanReading.MaxBytes;

    [Function("ShowScans")]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/mous/{id}/scans")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(request.Caller(), id, cancellation);
        var said = request.Query["recorded"].ToString();
        var recorded = said.Length == 0 ? null : JustRecorded.Named(said, await cases.HistoryAsync(mou, cancellation));
        return await pages.ShowScansAsync(request, mou, cancellation, recorded: recorded);
    }

    [Function("AddScan")]
    [Answers(Audience.OfficePeople, TakesFile = true)]
    public async Task<IActionResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/mous/{id}/scans")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(request.Caller(), id, cancellation);
        var file = await request.ReadPageUploadAsync(ScanDesk.File, MostTaken, cancellation, ScanReading.MaxBytes);
        var side = KebabCase.Read<Side>(request.Form[ScanDesk.SideField]);
        List<FieldProblem> problems = [];
        if (side is null) problems.Add(new(ScanDesk.SideField, FieldFault.Missing));
        if (file is null) problems.Add(new(ScanDesk.File, FieldFault.Missing));
        var deed = problems.Count > 0
            ? new OfficeDeed.Unreadable(problems)
            : await desk.KeepAsync(request, mou, side!.Value, new(file!.Content, file.Name, file.ContentType), engine, cancellation);
        return deed switch
        {
            OfficeDeed.Done done => new SeeOther($"{Addresses.Of(done.Mou)}/scans{JustRecorded.QueryOf(done.New)}"),
            OfficeDeed.Refused refused => await pages.ShowScansAsync(request, refused.Mou, cancellation, StatusCodes.Status409Conflict, side, refused.Why),
            OfficeDeed.Unreadable wrong => await pages.ShowScansAsync(request, mou, cancellation, StatusOf(wrong), side, null, wrong.Problems),
            var other => throw new InvalidOperationException($"{other.GetType().Name} comes of no scan."),
        };
    }

    [Function("DownloadScan")]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> DownloadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/mous/{id}/scans/{scan}")] HttpRequest request,
        string id, string scan, CancellationToken cancellation) =>
        await desk.GiveAsync(await cases.FindAsync(request.Caller(), id, cancellation), scan, cancellation);

    [Function("DownloadScanAtDesk")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> DownloadAtDeskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/mous/{id}/scans/{scan}")] HttpRequest request,
        string id, string scan, CancellationToken cancellation) =>
        await desk.GiveAsync(await all.FindAsync(id, cancellation), scan, cancellation);

    private static int StatusOf(OfficeDeed.Unreadable wrong) =>
        wrong.Problems.Any(problem => problem.Fault == FieldFault.FileTooLarge) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
}
