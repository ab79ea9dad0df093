using LocalDiplomacy.Functions.Administration.Alerts;
using LocalDiplomacy.Functions.Administration.Reference;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Api.Requests;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Desk;

/// <summary>What somebody of the association must know of.</summary>
public sealed class DeskAlerts(AlertDeeds deeds)
{
    [Function("ListAlerts")]
    [Answers(Audience.Association)]
    [ApiOperation("Lists the alerts that are open, or with closed=true those that came to their end in the last 90 days; one for each cause.", Answer = typeof(AlertListAnswer), IsTagged = true, IsPaged = true, Query = ["closed"])]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/alerts")] HttpRequest request, CancellationToken cancellation)
    {
        var (isClosed, paging) = (AlertDeeds.IsClosed(request), Paging.Of(request));
        var page = await deeds.ListAsync(isClosed, paging, cancellation);
        return new JsonAnswer(AlertListAnswer.Of(page)) { Next = paging.NextAddress(request, page.Next, isClosed ? "closed=true" : "") };
    }

    [Function("ReadAlert")]
    [Answers(Audience.Association)]
    [ApiOperation("Reads one alert, open or closed.", Answer = typeof(AlertAnswer), IsTagged = true, Problems = [ProblemKind.NotFound])]
    public async Task<IActionResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/alerts/{alert}")] HttpRequest request, string alert, CancellationToken cancellation) =>
        new JsonAnswer(AlertAnswer.Of(await deeds.FindAsync(alert, cancellation)));

    [Function("AcknowledgeAlert")]
    [Answers(Audience.Desk)]
    [ApiOperation("Says that an administrator has seen an alert. It stays open until its cause is gone; one about a mail is settled by it.",
        Request = typeof(AcknowledgeRequest), Requires = ["reason"], Answer = typeof(AlertAnswer), Problems = [ProblemKind.NotFound])]
    public async Task<IActionResult> AcknowledgeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/desk/alerts/{alert}/acknowledge")] HttpRequest request, string alert, CancellationToken cancellation)
    {
        _ = request.IdempotencyKey();
        var sent = await request.ReadJsonAsync<AcknowledgeRequest>(cancellation);
        var (standing, problems) = await deeds.AcknowledgeAsync(alert, sent.Reason, request.Author(), cancellation);
        return problems.Count > 0 ? throw MouAnswers.Problem(problems) : new JsonAnswer(AlertAnswer.Of(standing));
    }
}
