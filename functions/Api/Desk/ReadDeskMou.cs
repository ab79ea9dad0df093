using LocalDiplomacy.Functions.Administration.Cases;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Deadlines;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Desk;

/// <summary>Any office's MOU, read by the association's people.</summary>
public sealed class ReadDeskMou(DeskCases cases, DeskMouAnswers answers, DeadlineAccounts deadlines)
{
    [Function("ReadDeskMou")]
    [Answers(Audience.Association)]
    [ApiOperation("Reads any office's MOU with its embassies, its mails and its orchestration.", Answer = typeof(DeskMouAnswer), IsTagged = true)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/mous/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation) =>
        await answers.AnswerAsync(request, await cases.FindAsync(id, cancellation), engine, cancellation);

    [Function("ReadDeskMouHistory")]
    [Answers(Audience.Association)]
    [ApiOperation("Reads everything that happened to any office's MOU, oldest first.", Answer = typeof(HistoryAnswer), IsTagged = true)]
    public async Task<IActionResult> HistoryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/mous/{id}/history")] HttpRequest request, string id, CancellationToken cancellation) =>
        new JsonAnswer(new HistoryAnswer([.. (await cases.HistoryAsync(await cases.FindAsync(id, cancellation), cancellation)).Select(HistoryEntry.Of)]));

    [Function("ReadDeskMouDeadlines")]
    [Answers(Audience.Association)]
    [ApiOperation("Reads the deadlines that run in any office's MOU, how each was counted day by day, and how those that are past ended.", Answer = typeof(DeadlineListAnswer), IsTagged = true)]
    public async Task<IActionResult> DeadlinesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/mous/{id}/deadlines")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(id, cancellation);
        return new JsonAnswer(DeadlineListAnswer.Of(await deadlines.OfAsync(mou, cancellation), await deadlines.PastAsync(mou, cancellation)));
    }
}
