using LocalDiplomacy.Functions.Administration.Reference;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Api.Requests;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Desk;

/// <summary>A mission's address: proposed by one administrator, confirmed by another.</summary>
public sealed class ChangeContacts(ReferenceDeeds deeds, TimeProvider time)
{
    [Function("ProposeContact")]
    [Answers(Audience.Desk)]
    [ApiOperation("Proposes a mission's address; it counts once another administrator confirms it.", Request = typeof(ContactRequest), Requires = ["address", "reason"],
        Answer = typeof(DeskMissionAnswer), Status = 201, Problems = [ProblemKind.ProposalWaits, ProblemKind.AddressIsOnFile])]
    public async Task<IActionResult> ProposeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/desk/missions/{id}/contact")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var sent = await request.ReadJsonAsync<ContactRequest>(cancellation);
        _ = request.IdempotencyKey();
        return DeskAnswering.Answer(await deeds.ProposeAsync(request, id, sent.Address, sent.Reason, engine, cancellation), time.GetUtcNow(), StatusCodes.Status201Created);
    }

    [Function("ConfirmContact")]
    [Answers(Audience.Desk)]
    [ApiOperation("Confirms another administrator's proposal: the mission's mail goes there from then on.", Request = typeof(ProposalRequest), Requires = ["proposal"],
        Answer = typeof(DeskMissionAnswer), Problems = [ProblemKind.ProposerCannotConfirm, ProblemKind.ProposalExpired, ProblemKind.ProposalIsOver])]
    public async Task<IActionResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/desk/missions/{id}/contact/confirm")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var proposal = await ProposalAsync(request, cancellation);
        return DeskAnswering.Answer(await deeds.ConfirmAsync(request, id, proposal, engine, cancellation), time.GetUtcNow());
    }

    [Function("WithdrawContact")]
    [Answers(Audience.Desk)]
    [ApiOperation("Takes a proposal back, or turns another administrator's down.", Request = typeof(ProposalRequest), Requires = ["proposal"],
        Answer = typeof(DeskMissionAnswer), Problems = [ProblemKind.ProposalIsOver])]
    public async Task<IActionResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/desk/missions/{id}/contact/withdraw")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var proposal = await ProposalAsync(request, cancellation);
        return DeskAnswering.Answer(await deeds.WithdrawAsync(request, id, proposal, engine, cancellation), time.GetUtcNow());
    }

    private static async Task<int> ProposalAsync(HttpRequest request, CancellationToken cancellation)
    {
        var sent = await request.ReadJsonAsync<ProposalRequest>(cancellation);
        _ = request.IdempotencyKey();
        return sent.Proposal ?? throw MouAnswers.Problem([new("proposal", Workflows.OfficePortal.FieldFault.Missing)]);
    }
}
