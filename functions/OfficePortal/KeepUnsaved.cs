using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal.Unsaved;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>Keeps what is typed while it is typed, finished or not. It is no event of the case: saving the draft is.</summary>
public sealed class KeepUnsaved(OfficeCases cases, UnsavedDrafts unsaved, DraftPages drafts, DraftParts parts, TimeProvider time)
{
    private const string New = "new";

    /// <summary>Takes the draft's form as the page has it, under If-Match; answers with the parts of the page that changed.</summary>
    [Function(nameof(KeepUnsaved))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/unsaved/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        var (form, edition) = (DraftFields.Read(sent), DraftEdition.Expected(request));
        if (sent.Sum(field => field.Value.ToString().Length) > UnsavedDrafts.LongestForm) throw new ProblemException(ProblemKind.TextTooLong);
        var mou = id == New ? null : await cases.FindAsync(request.Caller(), id, cancellation);
        RequireWriter(request.Caller(), mou);
        if ((mou?.Version ?? 0) != edition.Version) return await parts.ShowConflictAsync(request, mou, null, form, cancellation);

        var typed = new UnsavedDraft(form, edition.Version, request.IdempotencyKey(), request.Person().Name, time.GetUtcNow(), mou is null ? null : await drafts.BaseAsync(mou, cancellation));
        var kept = await unsaved.KeepAsync(PlaceOf(request, mou), typed, edition.Unsaved, cancellation);
        return kept?.Tag == typed.Tag
            ? await parts.ShowKeptAsync(request, mou, kept, cancellation)
            : await parts.ShowConflictAsync(request, mou, kept, form, cancellation);
    }

    /// <summary>Without scripts too: from the page that shows what was kept.</summary>
    [Function("DiscardUnsaved")]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> DiscardAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/unsaved/{id}/discard")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        var mou = id == New ? null : await cases.FindAsync(request.Caller(), id, cancellation);
        RequireWriter(request.Caller(), mou);
        await unsaved.RemoveAsync(PlaceOf(request, mou), sent["unsaved"].ToString() is { Length: > 0 } tag ? tag : null, cancellation);
        return new Site.SeeOther(mou is null ? "/office/mous/new" : Addresses.Of(mou) + "/text");
    }

    private static UnsavedPlace PlaceOf(HttpRequest request, Mou? mou) =>
        mou is null ? DraftPages.PlaceOfNew(request.Caller(), request.IdempotencyKey()) : UnsavedPlace.Of(mou.Id);

    /// <exception cref="ProblemException">409: who asks may not write, or there is nothing to write any more.</exception>
    private void RequireWriter(Caller caller, Mou? mou)
    {
        if (DraftPages.WhyNotWritten(caller, mou, time.GetUtcNow()) is { } why) throw new ProblemException(new Problem(ProblemKind.Refused) { Refusal = why });
    }
}
