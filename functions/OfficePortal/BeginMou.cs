using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal.Unsaved;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class BeginMou(OfficeDeeds deeds, UnsavedDrafts unsaved, DraftPages pages, CasePages cases)
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
        var deed = await deeds.CreateAsync(caller, request.IdempotencyKey(), form, key, engine, cancellation);
        if (deed is OfficeDeed.Done) await DropTypingAsync(caller, request.IdempotencyKey(), cancellation);
        return deed switch
        {
            OfficeDeed.Done done => new SeeOther(Addresses.Of(done.Mou)),
            OfficeDeed.Unreadable wrong => await pages.ShowNewAsync(request, cancellation, form, wrong.Problems),
            var other => await cases.AnswerAsync(request, other, cancellation),
        };
    }

    /// <summary>What was typed on the way to it is the MOU's text now.</summary>
    private async Task DropTypingAsync(Caller caller, string key, CancellationToken cancellation)
    {
        var place = DraftPages.PlaceOfNew(caller, key);
        await unsaved.RemoveAsync(place, (await unsaved.FindAsync(place, cancellation))?.Tag, cancellation);
    }
}
