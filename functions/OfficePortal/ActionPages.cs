using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal.Actions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>An action's form, and what came of sending it.</summary>
public sealed class ActionPages(OfficeCases cases, CaseDeeds deeds, CasePages pages)
{
    /// <summary>What the address names ("?eventNumber=3") stands in the form already.</summary>
    [Function("ShowAction")]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/mous/{id}/actions/{action}")] HttpRequest request,
        string id, string action, CancellationToken cancellation)
    {
        var (mou, wanted) = (await cases.FindAsync(request.Caller(), id, cancellation), CaseDeeds.Expect(action));
        return wanted.IsFor(Roles.Of(request.Caller().ActingForOffice()))
            ? await pages.ShowActionAsync(request, mou, wanted, Prefilled(request, wanted), cancellation)
            : await pages.ShowCaseAsync(request, mou, cancellation, StatusCodes.Status409Conflict, Refusal.NotYours);
    }

    [Function("CarryOutAction")]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> CarryOutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/mous/{id}/actions/{action}")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, string action, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var (mou, wanted) = (await cases.FindAsync(caller, id, cancellation), CaseDeeds.Expect(action));
        var sent = await request.ReadPageFormAsync(cancellation);
        var values = sent.Where(field => field.Key is not ("key" or FormProof.Field)).ToDictionary(field => field.Key, field => field.Value.ToString());
        return await deeds.CarryOutAsync(caller, mou, wanted, values, request.CommandKey(caller.Principal), engine, cancellation) switch
        {
            OfficeDeed.Unreadable wrong => await pages.ShowActionAsync(request, mou, wanted, values, cancellation, StatusCodes.Status400BadRequest, null, wrong.Problems),
            // What has a button on the case's page and no form is answered there.
            OfficeDeed.Refused { Why: not Refusal.NotYours } refused when wanted.Fields.Count > 0 || wanted.NeedsText =>
                await pages.ShowActionAsync(request, refused.Mou, wanted, values, cancellation, StatusCodes.Status409Conflict, refused.Why),
            OfficeDeed.Done done when wanted.Command == typeof(MouCommand.AnswerComment) => new SeeOther($"{Addresses.Of(done.Mou)}/comments"),
            var other => await pages.AnswerAsync(request, other, cancellation, mou),
        };
    }

    private static Dictionary<string, string> Prefilled(HttpRequest request, CaseAction action) =>
        action.Fields.Where(field => request.Query.ContainsKey(field.Name)).ToDictionary(field => field.Name, field => request.Query[field.Name].ToString());
}
