using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.EmbassyReview;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Links;

/// <summary>The button "send me a fresh link", on live and dead links' pages alike.</summary>
public sealed class FreshLinkPages(FreshLinks links, LinkDesk desk, LinkPages pages)
{
    public async Task<IActionResult> SendAsync(HttpRequest request, string token, LinkHolder? kind, DurableTaskClient engine, CancellationToken cancellation)
    {
        await request.ReadPageFormAsync(cancellation);
        // A link of another kind is told nothing, and sends nothing.
        if (await desk.FindAsync(token, cancellation) is not { } found || !LinkPages.IsOf(kind, found.Link))
            throw new ProblemException(ProblemKind.LinkUnknown);
        var (link, mou, refused) = await links.SendAsync(token, l => request.CommandKey(l.Principal()), engine, cancellation);
        var isOver = await desk.OpenAsync(token, cancellation) is OpenedLink.Over;
        return await pages.ShowAsync(request, token, link, mou, cancellation, StatusOf(refused), new()
        {
            [nameof(ReviewPage.Over)] = isOver,
            [nameof(ReviewPage.Refused)] = refused,
            [nameof(ReviewPage.FreshLinkSent)] = refused is null,
        });
    }

    private static int StatusOf(Refusal? refused) => refused is { } why ? ProblemStatus.Of(RefusalKinds.Of(why)) : StatusCodes.Status200OK;
}
