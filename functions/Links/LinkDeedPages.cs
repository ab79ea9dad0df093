using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.CentralReview;
using LocalDiplomacy.Pages.EmbassyReview;
using LocalDiplomacy.Pages.Pieces;
using LocalDiplomacy.Pages.Signing;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Links;

/// <summary>What came of a link's form, as a page.</summary>
public sealed class LinkDeedPages(LinkPages pages, LinkDesk desk, DeviceCookies devices)
{
    /// <param name="form">A <see cref="DecisionFields"/>, <see cref="CentralFields"/> or <see cref="SignatureFields"/>: nothing typed is lost.</param>
    /// <param name="path">Of the link's page.</param>
    public async Task<IActionResult> AnswerAsync(
        HttpRequest request, string token, string path, LinkDeed deed, object form, DurableTaskClient engine, CancellationToken cancellation) => deed switch
        {
            LinkDeed.Recorded recorded => Recorded(request, path, recorded),
            LinkDeed.CodeNeeded needed => await AskCodeAsync(request, token, needed.Link, needed.Mou, form, engine, false, cancellation),
            LinkDeed.CodeFailed failed => await pages.AskCodeAsync(
                request, token, failed.Link, failed.Mou, form, cancellation, FaultOf(failed.Check), (failed.Check as CodeCheck.Wrong)?.TriesLeft ?? 0, 422),
            LinkDeed.Unreadable wrong => await pages.ShowAsync(request, token, wrong.Link, wrong.Mou, cancellation, 400,
                new() { [NameOf(form)] = form, [nameof(ReviewPage.Problems)] = wrong.Problems }),
            LinkDeed.Refused refused => await pages.ShowAsync(request, token, refused.Link, refused.Mou, cancellation, 409,
                new() { [NameOf(form)] = form, [nameof(ReviewPage.Refused)] = refused.Why }),
            LinkDeed.AnsweredOtherwise other => await pages.ShowAsync(request, token, other.Link, other.Mou, cancellation, 409, new()
            {
                [nameof(ReviewPage.Over)] = true,
                [nameof(ReviewPage.Refused)] = LinkRecords.SideOf(other.Link) is null ? Refusal.AlreadyDecided : Refusal.AlreadySigned,
            }),
            LinkDeed.Over over => await pages.ShowOverAsync(request, token, over.Link, over.Mou, cancellation, StatusCodes.Status410Gone),
            _ => throw new ProblemException(ProblemKind.LinkUnknown),
        };

    /// <summary>Sends a code, unless one went out a moment ago, and shows the page that asks for it.</summary>
    /// <param name="again">Asked for by the button "send again".</param>
    public async Task<IActionResult> AskCodeAsync(
        HttpRequest request, string token, Link link, Mou mou, object form, DurableTaskClient engine, bool again, CancellationToken cancellation)
    {
        var sent = await desk.RequestCodeAsync(link, engine, cancellation);
        return await pages.AskCodeAsync(request, token, link, mou, form, cancellation,
            sent is CodeRequest.SentJustNow ? CodeFault.SentJustNow : again ? CodeFault.SentAgain : null);
    }

    /// <summary>"Send again" on the code's page.</summary>
    public async Task<IActionResult> SendCodeAsync(
        HttpRequest request, string token, LinkHolder? kind, object form, DurableTaskClient engine, CancellationToken cancellation)
    {
        request.IdempotencyKey();
        return await desk.OpenAsync(token, cancellation) switch
        {
            OpenedLink.Open open when LinkPages.IsOf(kind, open.Link) => await AskCodeAsync(request, token, open.Link, open.Mou, form, engine, true, cancellation),
            var opened => await pages.ShowAsync(request, token, opened, kind, cancellation),
        };
    }

    /// <summary>The parameter that shows it again as it was typed.</summary>
    private static string NameOf(object form) => form is CommentFields ? nameof(ReviewPage.Comment) : nameof(ReviewPage.Form);

    private SeeOther Recorded(HttpRequest request, string path, LinkDeed.Recorded recorded)
    {
        devices.Remember(request, recorded.Link, recorded.NewDevice);
        return new(path);
    }

    private static CodeFault FaultOf(CodeCheck check) => check switch
    {
        CodeCheck.Wrong => CodeFault.Wrong,
        CodeCheck.Expired => CodeFault.Expired,
        CodeCheck.UsedUp => CodeFault.UsedUp,
        _ => CodeFault.NotRequested,
    };
}
