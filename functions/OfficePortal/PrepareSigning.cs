using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.OfficePortal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class PrepareSigning(OfficeCases cases, OfficeDeeds deeds, CasePages pages)
{
    [Function(nameof(PrepareSigning))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/mous/{id}/signing")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var mou = await cases.FindAsync(caller, id, cancellation);
        var form = SigningFields.Read(await request.ReadPageFormAsync(cancellation));
        return await deeds.OpenSigningAsync(caller, id, form, request.CommandKey(caller.Principal), engine, cancellation) switch
        {
            OfficeDeed.Unreadable wrong => await pages.ShowSigningAsync(request, mou, cancellation, 400, form, null, wrong.Problems),
            OfficeDeed.Refused refused => await pages.ShowSigningAsync(request, refused.Mou, cancellation, 409, form, refused.Why),
            var other => await pages.AnswerAsync(request, other, cancellation, mou),
        };
    }
}
