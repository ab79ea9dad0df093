using LocalDiplomacy.Functions.Administration.Reference;
using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.Administration.Alerts;
using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.OfficePortal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Administration.Alerts;

/// <summary>Alerts on the desk's pages: all read them, administrators acknowledge them.</summary>
public sealed class ShowAlerts(AlertDeeds deeds, PageAnswers pages)
{
    private const string Base = "/desk/alerts";

    [Function("ShowAlerts")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/alerts")] HttpRequest request, CancellationToken cancellation)
    {
        var (isClosed, paging) = (AlertDeeds.IsClosed(request), Paging.Of(request));
        var page = await deeds.ListAsync(isClosed, paging, cancellation);
        return await pages.ShowAsync<AlertsPage>(request, new()
        {
            [nameof(AlertsPage.Alerts)] = page.Items,
            [nameof(AlertsPage.IsClosed)] = isClosed,
            [nameof(AlertsPage.Next)] = page.Next,
            [nameof(AlertsPage.IsFirstPage)] = paging.Cursor is null,
        });
    }

    [Function("ShowAlert")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/alerts/{alert}")] HttpRequest request, string alert, CancellationToken cancellation) =>
        await ShowAsync(request, await deeds.FindAsync(alert, cancellation), null, []);

    [Function("AcknowledgeAlertOnPage")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> AcknowledgeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/alerts/{alert}/acknowledge")] HttpRequest request, string alert, CancellationToken cancellation)
    {
        var reason = (await request.ReadPageFormAsync(cancellation))["reason"].ToString();
        var (standing, problems) = await deeds.AcknowledgeAsync(alert, reason, request.Author(), cancellation);
        return problems.Count > 0 ? await ShowAsync(request, standing, reason, problems) : new SeeOther($"{Base}/{standing.Id}");
    }

    private Task<IActionResult> ShowAsync(HttpRequest request, Alert alert, string? typed, IReadOnlyList<FieldProblem> problems) => pages.ShowAsync<AlertPage>(
        request,
        new()
        {
            [nameof(AlertPage.Alert)] = alert,
            [nameof(AlertPage.MayAcknowledge)] = request.Caller().IsDesk,
            [nameof(AlertPage.Typed)] = typed,
            [nameof(AlertPage.Problems)] = problems,
        },
        problems.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
}
