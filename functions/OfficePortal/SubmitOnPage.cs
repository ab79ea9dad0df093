using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class SubmitOnPage(OfficeCases cases, OfficeDeeds deeds, CasePages pages)
{
    [Function(nameof(SubmitOnPage))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/mous/{id}/submit")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var mou = await cases.FindAsync(caller, id, cancellation);
        var sent = await request.ReadPageFormAsync(cancellation);
        var deed = await deeds.SubmitAsync(caller, id, sent["text"], request.CommandKey(caller.Principal), engine, cancellation);
        return await pages.AnswerAsync(request, deed, cancellation, mou);
    }
}
