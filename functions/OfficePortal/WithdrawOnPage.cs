using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class WithdrawOnPage(OfficeCases cases, OfficeDeeds deeds, CasePages pages)
{
    [Function(nameof(WithdrawOnPage))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/mous/{id}/withdraw")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var mou = await cases.FindAsync(caller, id, cancellation);
        var sent = await request.ReadPageFormAsync(cancellation);
        var deed = await deeds.WithdrawAsync(caller, id, sent["reason"], request.CommandKey(caller.Principal), engine, cancellation);
        return await pages.AnswerAsync(request, deed, cancellation, mou);
    }
}
