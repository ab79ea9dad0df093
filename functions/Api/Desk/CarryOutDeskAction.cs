using LocalDiplomacy.Functions.Administration.Cases;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Api.Requests;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Secretariat.Actions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Desk;

/// <summary>What the desk can do with any office's MOU.</summary>
public sealed class CarryOutDeskAction(DeskCases cases, DeskDeeds deeds, DeskMouAnswers answers)
{
    [Function("CarryOutDeskActionByJson")]
    [Answers(Audience.Desk)]
    [ApiOperation("Carries out one of the actions that GET …/actions lists, with that action's fields and no others. It is an event of the MOU with the administrator's name.",
        Request = typeof(ActionRequest), Answer = typeof(DeskMouAnswer), Problems = [ProblemKind.Refused, ProblemKind.PartyNoLongerExists])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/desk/mous/{id}/actions/{action}")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, string action, CancellationToken cancellation)
    {
        var (mou, wanted) = (await cases.FindAsync(id, cancellation), DeskDeeds.Expect(action));
        var sent = await request.ReadJsonAsync<ActionRequest>(cancellation);
        var deed = await deeds.CarryOutAsync(request.Caller(), mou, wanted, sent.Values(), request.CommandKey(request.Caller().Principal), engine, cancellation);
        return await answers.AnswerAsync(request, deed, engine, cancellation);
    }

    [Function("ListDeskActions")]
    [Answers(Audience.Association)]
    [ApiOperation("Lists what this caller can do with the MOU now, each with the fields that it takes; nothing for operators and auditors.", Answer = typeof(ActionsAnswer), IsTagged = true)]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/mous/{id}/actions")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(id, cancellation);
        var found = await OrchestrationReading.FoundAsync(mou.Id, engine, cancellation);
        return new JsonAnswer(new ActionsAnswer([.. DeskActions.For(request.Caller().ActingForAssociation().Role, mou, found).Select(action => ActionAnswer.Of(action, mou))]));
    }
}
