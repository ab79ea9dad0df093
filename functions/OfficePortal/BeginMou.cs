using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class BeginMou(OfficeDeeds deeds, DraftPages pages, CasePages cases)
{
    [Function(nameof(BeginMou))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/mous/new")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        var form = DraftFields.Read(sent);
        if (sent["action"].ToString() is "save" or "") return await SaveAsync(request, form, engine, cancellation);
        var (edited, problems) = await pages.EditedAsync(request, form, sent["action"].ToString(), cancellation);
        return await pages.ShowNewAsync(request, cancellation, edited, problems);
    }

    private async Task<IActionResult> SaveAsync(HttpRequest request, DraftForm form, DurableTaskClient engine, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var key = request.CommandKey(caller.Principal);
        return await deeds.CreateAsync(caller, request.IdempotencyKey(), form, key, engine, cancellation) switch
        {
            OfficeDeed.Done done => new SeeOther(Addresses.Of(done.Mou)),
            OfficeDeed.Unreadable wrong => await pages.ShowNewAsync(request, cancellation, form, wrong.Problems),
            var other => await cases.AnswerAsync(request, other, cancellation),
        };
    }
}
