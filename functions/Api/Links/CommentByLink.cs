using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Api.Requests;
using LocalDiplomacy.Functions.EmbassyReview;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Links;

/// <summary>What an embassy or the ministry says at a clause, and what became of it.</summary>
public sealed class CommentByLink(CommentDesk desk, LinkDesk links, MouCases cases)
{
    [Function(nameof(CommentByLink))]
    [Answers(Audience.Anyone)]
    [ApiOperation("Records a comment at a clause, by an embassy or by the ministry in its review, or the wording that it proposes for one language.",
        Request = typeof(CommentRequest), Requires = ["clause", "name", "textHash"], Answer = typeof(CommentRecordedAnswer),
        Problems = [ProblemKind.Refused, ProblemKind.LinkOver, ProblemKind.CodeNeeded])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/links/{token}/comments")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation)
    {
        request.IdempotencyKey();
        var sent = await request.ReadJsonAsync<CommentRequest>(cancellation);
        var comment = new SentComment(sent.Clause, sent.Version, sent.Words, sent.Proposed, sent.Name, sent.TextHash);
        var recorded = LinkAnswers.Recorded(await desk.TakeAsync(token, comment, new(sent.Code, _ => sent.Device), link => request.CommandKey(link.Principal()), engine, cancellation));
        return new JsonAnswer(new CommentRecordedAnswer(await OwnAsync(recorded.Link, recorded.Mou, cancellation), recorded.NewDevice));
    }

    [Function("TakeBackCommentByLink")]
    [Answers(Audience.Anyone)]
    [ApiOperation("Takes back a comment that this link's holder made, as long as the office has not answered it and the review is open.",
        Request = typeof(TakeBackRequest), Requires = ["name"], Answer = typeof(CommentRecordedAnswer),
        Problems = [ProblemKind.Refused, ProblemKind.LinkOver, ProblemKind.CodeNeeded])]
    public async Task<IActionResult> TakeBackAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/links/{token}/comments/{n:int}/take-back")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, int n, CancellationToken cancellation)
    {
        request.IdempotencyKey();
        var sent = await request.ReadJsonAsync<TakeBackRequest>(cancellation);
        var recorded = LinkAnswers.Recorded(
            await desk.TakeBackAsync(token, n, sent.Name, new(sent.Code, _ => sent.Device), link => request.CommandKey(link.Principal()), engine, cancellation));
        return new JsonAnswer(new CommentRecordedAnswer(await OwnAsync(recorded.Link, recorded.Mou, cancellation), recorded.NewDevice));
    }

    [Function("ReadLinkComments")]
    [Answers(Audience.Anyone)]
    [ApiOperation("Reads the comments that this link's holder made in every round, and how the office answered them.", Answer = typeof(CommentsAnswer), IsTagged = true)]
    public async Task<IActionResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/links/{token}/comments")] HttpRequest request, string token, CancellationToken cancellation)
    {
        var (link, mou) = LinkAnswers.OpenCase(await links.OpenAsync(token, cancellation));
        return new JsonAnswer(new CommentsAnswer(await OwnAsync(link, mou, cancellation)));
    }

    /// <summary>A signer reads none.</summary>
    private async Task<IReadOnlyList<ClauseCommentAnswer>> OwnAsync(Link link, Mou mou, CancellationToken cancellation) => LinkRecords.SideOf(link) is not null ? []
        : [.. ClauseComments.Of(await cases.HistoryAsync(mou.Id, cancellation)).Where(comment => comment.Mission == link.MissionIn(mou)).Select(ClauseCommentAnswer.Of)];
}
