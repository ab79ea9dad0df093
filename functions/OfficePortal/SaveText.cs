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
        var sent = DraftChoices.Applied(await request.ReadPageFormAsync(cancellation));
        var (form, edition) = (DraftFields.Read(sent), DraftEdition.In(sent));
        if (sent["action"].ToString() is "save" or "") return await SaveAsync(request, mou, form, edition, engine, cancellation);
        if (sent["action"] == "merge" && await BesideOthersAsync(request, mou, form, edition, cancellation) is { } beside) return beside;
        var (edited, problems) = await drafts.EditedAsync(request, form, sent["action"].ToString(), cancellation);
        return await drafts.ShowAsync(request, mou, edited, edition, cancellation, problems);
    }

    /// <summary>Beside what somebody else wrote since the form was made: they saved it, or typed it. Null: nobody did.</summary>
    private async Task<IActionResult?> BesideOthersAsync(HttpRequest request, Mou mou, DraftForm form, DraftEdition edition, CancellationToken cancellation)
    {
        if (mou.Version != edition.Version) return await drafts.ShowConflictAsync(request, mou, null, form, edition, cancellation);
        return await TypedByOthersAsync(mou, form, edition, cancellation) is { IsOthers: true, Draft: var typed }
            ? await drafts.ShowConflictAsync(request, mou, typed, form, edition, cancellation) : null;
    }

    /// <summary>What is typed and not saved, and whether the form knows nothing of it.</summary>
    private async Task<(UnsavedDraft? Draft, bool IsOthers)> TypedByOthersAsync(Mou mou, DraftForm form, DraftEdition edition, CancellationToken cancellation)
    {
        var typed = await unsaved.FindAsync(UnsavedPlace.Of(mou.Id), cancellation);
        return (typed, typed is not null && typed.Tag != edition.Unsaved && !DraftComparison.IsSame(typed.Form, form));
    }

    private async Task<IActionResult> SaveAsync(
        HttpRequest request, Mou mou, DraftForm form, DraftEdition edition, DurableTaskClient engine, CancellationToken cancellation)
    {
        // What somebody else typed and did not save is not passed over either.
        var (typed, isOthers) = await TypedByOthersAsync(mou, form, edition, cancellation);
        if (isOthers) return await drafts.ShowConflictAsync(request, mou, typed, form, edition, cancellation);
        var caller = request.Caller();
        var deed = await deeds.ReplaceAsync(caller, mou.Id.Value, form, edition.Version, request.CommandKey(caller.Principal), engine, cancellation);
        if (deed is OfficeDeed.Done) await unsaved.RemoveAsync(UnsavedPlace.Of(mou.Id), typed?.Tag, cancellation);
        return deed switch
        {
            OfficeDeed.Unreadable wrong => await drafts.ShowAsync(request, mou, form, edition, cancellation, wrong.Problems),
            OfficeDeed.Stale stale => await drafts.ShowConflictAsync(request, stale.Mou, null, form, edition, cancellation),
            var other => await pages.AnswerAsync(request, other, cancellation, mou),
        };
    }
}
