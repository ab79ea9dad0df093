using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.OfficePortal.Actions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration.Cases;

/// <summary>The form of one of the desk's actions, and what came of sending it.</summary>
public sealed class DeskActionsOnPages(DeskCases cases, DeskDeeds deeds, DeskCasePages pages)
{
    /// <summary>What the address names ("?eventNumber=3") stands in the form already.</summary>
    [Function("ShowDeskAction")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/mous/{id}/actions/{action}")] HttpRequest request,
        string id, string action, CancellationToken cancellation)
    {
        var (mou, wanted) = (await cases.FindAsync(id, cancellation), DeskDeeds.Expect(action));
        return await pages.ShowActionAsync(request, mou, wanted, Prefilled(request, wanted), cancellation);
    }

    [Function("CarryOutDeskAction")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> CarryOutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/mous/{id}/actions/{action}")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, string action, CancellationToken cancellation)
    {
        var (mou, wanted) = (await cases.FindAsync(id, cancellation), DeskDeeds.Expect(action));
        var sent = await request.ReadPageFormAsync(cancellation);
        var values = sent.Where(field => field.Key is not ("key" or FormProof.Field)).ToDictionary(field => field.Key, field => field.Value.ToString());
        return await deeds.CarryOutAsync(request.Caller(), mou, wanted, values, request.CommandKey(request.Caller().Principal), engine, cancellation) switch
        {
            OfficeDeed.Done done => new SeeOther($"{DeskCasePages.Base}/{done.Mou.Id}{JustRecorded.QueryOf(done.New)}"),
            OfficeDeed.Unreadable wrong => await pages.ShowActionAsync(request, mou, wanted, values, cancellation, StatusCodes.Status400BadRequest, null, wrong.Problems),
            OfficeDeed.Refused refused => await pages.ShowActionAsync(request, refused.Mou, wanted, values, cancellation, StatusCodes.Status409Conflict, refused.Why),
            var other => throw new InvalidOperationException($"{other.GetType().Name} comes of none of the desk's actions."),
        };
    }

    private static Dictionary<string, string> Prefilled(HttpRequest request, CaseAction action) =>
        action.Fields.Where(field => request.Query.ContainsKey(field.Name)).ToDictionary(field => field.Name, field => request.Query[field.Name].ToString());
}
