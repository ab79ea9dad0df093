using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration.Cases;

/// <summary>One MOU as the association sees it.</summary>
public sealed class ShowDeskCase(DeskCases cases, DeskCasePages pages)
{
    [Function("ShowDeskMou")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/mous/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(id, cancellation);
        var recorded = JustRecorded.Named(request.Query["recorded"].ToString(), await cases.HistoryAsync(mou, cancellation));
        return await pages.ShowCaseAsync(request, mou, engine, cancellation, recorded);
    }

    [Function("ShowDeskHistory")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> HistoryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/mous/{id}/history")] HttpRequest request, string id, CancellationToken cancellation) =>
        await pages.ShowHistoryAsync(request, await cases.FindAsync(id, cancellation), cancellation);

    [Function("ShowDeskDeadlines")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> DeadlinesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/mous/{id}/deadlines")] HttpRequest request, string id, CancellationToken cancellation) =>
        await pages.ShowDeadlinesAsync(request, await cases.FindAsync(id, cancellation), cancellation);

    /// <summary>The text of the round that the address names, else of the last one.</summary>
    [Function("ShowDeskText")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> TextAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/mous/{id}/text")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(id, cancellation);
        var said = request.Query["round"].ToString();
        var round = said.Length == 0 ? mou.Rounds.Count : int.TryParse(said, out var number) ? number : throw new ProblemException(ProblemKind.NotFound);
        return await pages.ShowRoundAsync(request, mou, round, cancellation);
    }
}
