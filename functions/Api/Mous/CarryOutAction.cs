using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Api.Requests;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal.Actions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Mous;

/// <summary>What can be done with an MOU beside drafting, submitting, asking signers and withdrawing.</summary>
public sealed class CarryOutAction(OfficeCases cases, CaseDeeds deeds, MouAnswers answers)
{
    [Function("CarryOutActionByJson")]
    [Answers(Audience.Office)]
    [ApiOperation("Carries out one of the actions that GET …/actions lists, with that action's fields and no others.", Request = typeof(ActionRequest),
        Answer = typeof(MouAnswer), IsTagged = true, Problems = [ProblemKind.Refused])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mous/{id}/actions/{action}")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, string action, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var (mou, wanted) = (await cases.FindAsync(caller, id, cancellation), CaseDeeds.Expect(action));
        var sent = await request.ReadJsonAsync<ActionRequest>(cancellation);
        var deed = await deeds.CarryOutAsync(caller, mou, wanted, sent.Values(), request.CommandKey(caller.Principal), engine, cancellation);
        return await answers.AnswerAsync(deed, cancellation);
    }

    [Function("ListActions")]
    [Answers(Audience.Office)]
    [ApiOperation("Lists what this caller can do with the MOU now, each with the fields that it takes.", Answer = typeof(ActionsAnswer))]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/mous/{id}/actions")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(request.Caller(), id, cancellation);
        var offered = OfficeActions.For(Roles.Of(request.Caller().ActingForOffice()), mou);
        return new JsonAnswer(new ActionsAnswer([.. offered.Select(action => ActionAnswer.Of(action, mou))]));
    }
}
