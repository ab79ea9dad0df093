using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration.Reference;

/// <summary>A mission's address at the desk's pages: proposed, confirmed, withdrawn.</summary>
public sealed class ContactsOnPages(ReferencePages pages, ReferenceDeeds deeds)
{
    [Function("ProposeContactOnPage")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> ProposeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/reference/missions/{id}/contact")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        var result = await deeds.ProposeAsync(request, id, sent["address"], sent["reason"], engine, cancellation);
        return await AnswerAsync(request, id, result, cancellation, sent["address"], sent["reason"]);
    }

    [Function("ConfirmContactOnPage")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/reference/missions/{id}/contact/confirm")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        return await AnswerAsync(request, id, await deeds.ConfirmAsync(request, id, ReferenceFields.Number(sent["proposal"]) ?? 0, engine, cancellation), cancellation);
    }

    [Function("WithdrawContactOnPage")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/reference/missions/{id}/contact/withdraw")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        return await AnswerAsync(request, id, await deeds.WithdrawAsync(request, id, ReferenceFields.Number(sent["proposal"]) ?? 0, engine, cancellation), cancellation);
    }

    private async Task<IActionResult> AnswerAsync(
        HttpRequest request, string id, ContactResult result, CancellationToken cancellation, string? address = null, string? howKnown = null) => result switch
        {
            ContactResult.Done => new SeeOther("/desk/reference/missions/" + id),
            ContactResult.NotThere => throw new ProblemException(ProblemKind.NotFound),
            _ => await pages.ShowMissionAsync(request, id, result, cancellation, address, howKnown),
        };
}
