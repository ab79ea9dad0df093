using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal.Unsaved;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>The parts of a draft's page that change while somebody writes on it. The page's script puts them in their places.</summary>
public sealed class DraftParts(PageAnswers pages, DraftScreening screening, DraftPages drafts)
{
    public async Task<IActionResult> ShowKeptAsync(HttpRequest request, Mou? mou, UnsavedDraft kept, CancellationToken cancellation)
    {
        Tag(request, DraftEdition.Of(mou, kept));
        if (mou is null) request.HttpContext.Response.Headers[HeaderNames.ContentLocation] = DraftPages.AddressOfNew(request.Caller(), kept.Key);
        return await pages.ShowPartAsync<DraftKept>(request, new()
        {
            [nameof(DraftKept.At)] = kept.At,
            [nameof(DraftKept.Base)] = mou is null ? null : DraftBase.Of(kept.Form).ToString(),
            [nameof(DraftKept.Clauses)] = kept.Form.Clauses?.Count ?? 0,
            [nameof(DraftKept.Findings)] = await screening.OfTypedAsync(mou, request.Caller().Office!.Value, kept.Form, cancellation),
        }, StatusCodes.Status200OK);
    }

    /// <param name="there">What somebody else typed; null: what they saved.</param>
    public async Task<IActionResult> ShowConflictAsync(HttpRequest request, Mou? mou, UnsavedDraft? there, DraftForm form, CancellationToken cancellation)
    {
        Tag(request, DraftEdition.Of(mou, there));
        return await pages.ShowPartAsync<DraftConflictPart>(request, new()
        {
            [nameof(DraftConflictPart.Conflict)] = await drafts.ConflictAsync(mou, there, form, DraftBase.Read(request.Form["base"]), cancellation),
            [nameof(DraftConflictPart.Form)] = form,
            [nameof(DraftConflictPart.Address)] = mou is null ? "/office/mous/new" : Addresses.Of(mou) + "/text",
        }, StatusCodes.Status412PreconditionFailed);
    }

    private static void Tag(HttpRequest request, DraftEdition edition) => request.HttpContext.Response.Headers.ETag = edition.Tag;
}
