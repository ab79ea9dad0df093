using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal.Unsaved;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class SaveText(OfficeCases cases, OfficeDeeds deeds, UnsavedDrafts unsaved, DraftPages drafts, CasePages pages)
{
    [Function(nameof(SaveText))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/mous/{id}/text")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(request.Caller(), id, cancellation);
        var sent = await request.ReadPageFormAsync(cancellation);
        var (form, edition) = (DraftFields.Read(sent), DraftEdition.In(sent));
        if (sent["action"].ToString() is "save" or "") return await SaveAsync(request, mou, form, edition, engine, cancellation);
        var (edited, problems) = await drafts.EditedAsync(request, form, sent["action"].ToString(), cancellation);
        return await drafts.ShowAsync(request, mou, edited, edition, cancellation, problems);
    }

    private async Task<IActionResult> SaveAsync(
        HttpRequest request, Mou mou, DraftForm form, DraftEdition edition, DurableTaskClient engine, CancellationToken cancellation)
    {
        var place = UnsavedPlace.Of(mou.Id);
        // What somebody else typed and did not save is not passed over either.
        var typed = await unsaved.FindAsync(place, cancellation);
        if (typed is not null && typed.Tag != edition.Unsaved && !DraftComparison.IsSame(typed.Form, form))
            return await drafts.ShowConflictAsync(request, mou, typed, form, edition, cancellation);
        var caller = request.Caller();
        var deed = await deeds.ReplaceAsync(caller, mou.Id.Value, form, edition.Version, request.CommandKey(caller.Principal), engine, cancellation);
        if (deed is OfficeDeed.Done) await unsaved.RemoveAsync(place, typed?.Tag, cancellation);
        return deed switch
        {
            OfficeDeed.Unreadable wrong => await drafts.ShowAsync(request, mou, form, edition, cancellation, wrong.Problems),
            OfficeDeed.Stale stale => await drafts.ShowConflictAsync(request, stale.Mou, null, form, edition, cancellation),
            var other => await pages.AnswerAsync(request, other, cancellation, mou),
        };
    }
}
