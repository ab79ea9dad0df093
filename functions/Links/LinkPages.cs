using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.EmbassyReview;
using LocalDiplomacy.Pages.Pieces;
using LocalDiplomacy.Pages.Signing;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.Links;

/// <summary>The pages of links: what their holder is asked, the code's page, and what became of the matter.</summary>
public sealed class LinkPages(PageAnswers pages, TextStore texts, ReferenceTables reference)
{
    /// <summary>The link's own page. Dead, it is 410, unless it shows the answer that this link gave.</summary>
    public Task<IActionResult> ShowAsync(HttpRequest request, string token, OpenedLink opened, LinkHolder? kind, CancellationToken cancellation) => opened switch
    {
        OpenedLink.Open open when IsOf(kind, open.Link) => ShowAsync(request, token, open.Link, open.Mou, cancellation),
        OpenedLink.Over over when IsOf(kind, over.Link) => ShowOverAsync(request, token, over.Link, over.Mou, cancellation),
        _ => throw new ProblemException(ProblemKind.LinkUnknown),
    };

    public Task<IActionResult> ShowOverAsync(HttpRequest request, string token, Link link, Mou mou, CancellationToken cancellation, int? status = null) =>
        ShowAsync(request, token, link, mou, cancellation, status ?? (link.ShowsItsAnswer(mou) ? StatusCodes.Status200OK : StatusCodes.Status410Gone),
            new() { [nameof(ReviewPage.Over)] = true });

    /// <param name="more">Parameters that the review's and the signing's page share by name.</param>
    public async Task<IActionResult> ShowAsync(
        HttpRequest request, string token, Link link, Mou mou, CancellationToken cancellation, int status = 200, Dictionary<string, object?>? more = null)
    {
        request.Reader().FallBackTo(link.Language);
        var parameters = await AboutAsync(token, link, mou, cancellation);
        var hash = mou.RoundNumbered(link.Round)?.Text ?? mou.Text;
        parameters[nameof(ReviewPage.Text)] = await texts.ExpectAsync(hash, cancellation);
        foreach (var (name, value) in more ?? [])
            parameters[name] = value;
        return link.Holder == LinkHolder.Reviewer
            ? await pages.ShowAsync<ReviewPage>(request, await WithDifferenceAsync(parameters, link, mou, cancellation), status)
            : await pages.ShowAsync<SignPage>(request, parameters, status);
    }

    /// <param name="form">A <see cref="DecisionFields"/> or <see cref="SignatureFields"/>, carried on.</param>
    public async Task<IActionResult> AskCodeAsync(
        HttpRequest request, string token, Link link, Mou mou, object form, CancellationToken cancellation, CodeFault? fault = null, int triesLeft = 0, int status = 200)
    {
        request.Reader().FallBackTo(link.Language);
        var parameters = await AboutAsync(token, link, mou, cancellation);
        parameters[nameof(ReviewCodePage.Form)] = form;
        parameters[nameof(ReviewCodePage.Key)] = request.IdempotencyKey();
        parameters[nameof(ReviewCodePage.Fault)] = fault;
        parameters[nameof(ReviewCodePage.TriesLeft)] = triesLeft;
        return form is DecisionFields
            ? await pages.ShowAsync<ReviewCodePage>(request, parameters, status)
            : await pages.ShowAsync<SignCodePage>(request, parameters, status);
    }

    public async Task<IActionResult> ShowDeadlinesAsync(
        HttpRequest request, string token, Link link, Mou mou, IReadOnlyList<DeadlineAccount> accounts, CancellationToken cancellation)
    {
        request.Reader().FallBackTo(link.Language);
        return await pages.ShowAsync<ReviewDeadlinesPage>(
            request, new(await AboutAsync(token, link, mou, cancellation)) { [nameof(ReviewDeadlinesPage.Accounts)] = accounts });
    }

    /// <summary>A reviewer's link opens no signing page, nor the other way round.</summary>
    public static bool IsOf(LinkHolder? kind, Link link) =>
        kind == LinkHolder.Reviewer ? link.Holder == LinkHolder.Reviewer : link.Holder != LinkHolder.Reviewer;

    private async Task<Dictionary<string, object?>> WithDifferenceAsync(Dictionary<string, object?> parameters, Link link, Mou mou, CancellationToken cancellation)
    {
        parameters[nameof(ReviewPage.Previous)] =
            mou.RoundNumbered(link.Round - 1) is { } before ? await texts.ExpectAsync(before.Text, cancellation) : null;
        return parameters;
    }

    private async Task<Dictionary<string, object?>> AboutAsync(string token, Link link, Mou mou, CancellationToken cancellation) => new()
    {
        [nameof(ReviewPage.Token)] = token,
        [nameof(ReviewPage.Link)] = link,
        [nameof(ReviewPage.Mou)] = mou,
        [nameof(ReviewPage.Office)] = await reference.ExpectLocalGovernmentAsync(mou.Office, cancellation),
        [nameof(ReviewPage.Mission)] = await reference.ExpectMissionAsync(mou.Particulars.Mission, cancellation),
    };
}
