using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.CentralReview;
using LocalDiplomacy.Pages.EmbassyReview;
using LocalDiplomacy.Pages.Messages;
using LocalDiplomacy.Pages.Pieces;
using LocalDiplomacy.Pages.Signing;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.Links;

/// <summary>The pages of links: what their holder is asked, the code's page, and what became of the matter.</summary>
public sealed class LinkPages(PageAnswers pages, TextStore texts, ReferenceTables reference, MouCases cases)
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

    /// <param name="more">Parameters that the pages of links share by name.</param>
    public async Task<IActionResult> ShowAsync(
        HttpRequest request, string token, Link link, Mou mou, CancellationToken cancellation, int status = 200, Dictionary<string, object?>? more = null)
    {
        request.Reader().FallBackTo(link.Language);
        var parameters = await AboutAsync(token, link, mou, cancellation);
        var hash = mou.RoundNumbered(link.Round)?.Text ?? mou.Text;
        parameters[nameof(ReviewPage.Text)] = await texts.ExpectAsync(hash, cancellation);
        foreach (var (name, value) in more ?? [])
            parameters[name] = value;
        return link.Holder switch
        {
            LinkHolder.Reviewer => await pages.ShowAsync<ReviewPage>(
                request, await WithEmbassiesAsync(await WithDifferenceAsync(parameters, link, mou, cancellation), link, mou, cancellation), status),
            LinkHolder.CentralReviewer => await pages.ShowAsync<CentralReviewPage>(
                request, await WithCommentsAsync(await WithDifferenceAsync(parameters, link, mou, cancellation), link, mou, cancellation), status),
            _ => await pages.ShowAsync<SignPage>(request, parameters, status),
        };
    }

    /// <summary>What an embassy's step came to, and what follows.</summary>
    /// <param name="step">One that stands in the record.</param>
    public async Task<IActionResult> ShowRecordedAsync(HttpRequest request, string token, Link link, Mou mou, string step, CancellationToken cancellation)
    {
        request.Reader().FallBackTo(link.Language);
        return await pages.ShowAsync<StepRecordedPage>(
            request, new(await AboutAsync(token, link, mou, cancellation)) { [nameof(StepRecordedPage.Step)] = step });
    }

    /// <summary>The small page on which a link's holder tells the office something.</summary>
    public async Task<IActionResult> ShowTellAsync(
        HttpRequest request, string token, Link link, Mou mou, Dictionary<string, object?> more, int status, CancellationToken cancellation)
    {
        request.Reader().FallBackTo(link.Language);
        var parameters = await AboutAsync(token, link, mou, cancellation);
        foreach (var (name, value) in more)
            parameters[name] = value;
        return await pages.ShowAsync<TellPage>(request, parameters, status);
    }

    /// <param name="form">A <see cref="DecisionFields"/>, <see cref="CentralFields"/> or <see cref="SignatureFields"/>, carried on.</param>
    public async Task<IActionResult> AskCodeAsync(
        HttpRequest request, string token, Link link, Mou mou, object form, CancellationToken cancellation, CodeFault? fault = null, int triesLeft = 0, int status = 200)
    {
        request.Reader().FallBackTo(link.Language);
        var parameters = await AboutAsync(token, link, mou, cancellation);
        parameters[nameof(ReviewCodePage.Form)] = form;
        parameters[nameof(ReviewCodePage.Key)] = request.IdempotencyKey();
        parameters[nameof(ReviewCodePage.Fault)] = fault;
        parameters[nameof(ReviewCodePage.TriesLeft)] = triesLeft;
        return form switch
        {
            CommentFields => await pages.ShowAsync<CommentCodePage>(request, parameters, status),
            DecisionFields => await pages.ShowAsync<ReviewCodePage>(request, parameters, status),
            CentralFields => await pages.ShowAsync<CentralCodePage>(request, parameters, status),
            _ => await pages.ShowAsync<SignCodePage>(request, parameters, status),
        };
    }

    public async Task<IActionResult> ShowDeadlinesAsync(
        HttpRequest request, string token, Link link, Mou mou, IReadOnlyList<DeadlineAccount> accounts, CancellationToken cancellation,
        IReadOnlyList<PastAccount>? past = null)
    {
        request.Reader().FallBackTo(link.Language);
        Dictionary<string, object?> parameters = new(await AboutAsync(token, link, mou, cancellation)) { [nameof(ReviewDeadlinesPage.Accounts)] = accounts };
        if (past is not null) parameters[nameof(ReviewDeadlinesPage.Past)] = past;
        return link.Holder == LinkHolder.CentralReviewer
            ? await pages.ShowAsync<CentralDeadlinesPage>(request, parameters)
            : await pages.ShowAsync<ReviewDeadlinesPage>(request, parameters);
    }

    /// <summary>A link of one kind opens no page of another.</summary>
    /// <param name="kind">Null for the signers' two.</param>
    public static bool IsOf(LinkHolder? kind, Link link) => kind is null ? LinkRecords.SideOf(link) is not null : link.Holder == kind;

    private async Task<Dictionary<string, object?>> WithEmbassiesAsync(Dictionary<string, object?> parameters, Link link, Mou mou, CancellationToken cancellation)
    {
        var embassies = new List<EmbassyInCase>();
        foreach (var embassy in mou.EmbassiesOf(link.Round))
            embassies.Add(new(await reference.ExpectMissionAsync(embassy.Mission, cancellation), embassy));
        parameters[nameof(ReviewPage.Embassies)] = embassies;
        return await WithCommentsAsync(parameters, link, mou, cancellation);
    }

    private async Task<Dictionary<string, object?>> WithCommentsAsync(Dictionary<string, object?> parameters, Link link, Mou mou, CancellationToken cancellation)
    {
        parameters[nameof(ReviewPage.Comments)] = await CommentsAsync(link, mou, cancellation);
        return parameters;
    }

    /// <summary>An embassy reads its own, the ministry its own, and neither anybody else's.</summary>
    private async Task<IReadOnlyList<ClauseComment>> CommentsAsync(Link link, Mou mou, CancellationToken cancellation) =>
        mou.Comments.Count == 0 ? [] : [.. ClauseComments.Of(await cases.HistoryAsync(mou.Id, cancellation)).Where(comment => comment.Mission == link.MissionIn(mou))];

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
        [nameof(ReviewPage.Mission)] = await reference.ExpectMissionAsync(link.MissionIn(mou) ?? mou.Particulars.Mission, cancellation),
    };
}
