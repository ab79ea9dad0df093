using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.EmbassyReview;

/// <summary>An embassy's decision as it was sent: nothing is checked yet.</summary>
public sealed record SentDecision(string? Choice, string? Name, string? Reason, bool ReasonIsPublic, string? TextHash);

/// <summary>Takes an embassy's decision on the text of a round: the same for its page and for JSON.</summary>
public sealed class ReviewDesk(LinkDesk links, LinkProof proofs, MouCases cases)
{
    /// <param name="key">Of the link that the token leads to.</param>
    public async Task<LinkDeed> DecideAsync(
        string token, SentDecision sent, ShownProof shown, Func<Link, CommandKey> key, DurableTaskClient engine, CancellationToken cancellation) =>
        await links.OpenAsync(token, cancellation) switch
        {
            OpenedLink.Open { Link: { Holder: LinkHolder.Reviewer } link, Mou: var mou } =>
                Before(sent, link, mou) ?? Wrong(sent, link, mou) ?? await ProveAsync(sent, link, mou, shown, key, engine, cancellation),
            OpenedLink.Over { Link: { Holder: LinkHolder.Reviewer } link, Mou: var mou } =>
                Before(sent, link, mou) ?? new LinkDeed.Over(link, mou),
            _ => new LinkDeed.Unknown(),
        };

    /// <summary>A repeated decision is answered as the first was, a different one with what stands in the record.</summary>
    private static LinkDeed? Before(SentDecision sent, Link link, Mou mou) =>
        link.Decision(mou) is not { } before || Choices.Read(sent.Choice) is not { } choice ? null
        : before.Outcome.Choice == choice ? new LinkDeed.Recorded(link, mou, null)
        : new LinkDeed.AnsweredOtherwise(link, mou);

    private static LinkDeed.Unreadable? Wrong(SentDecision sent, Link link, Mou mou) =>
        DecisionProblems.Of(sent) is { Count: > 0 } problems ? new(link, mou, problems) : null;

    private async Task<LinkDeed> ProveAsync(
        SentDecision sent, Link link, Mou mou, ShownProof shown, Func<Link, CommandKey> key, DurableTaskClient engine, CancellationToken cancellation)
    {
        var commandKey = key(link);
        return await proofs.ProveAsync(link, mou, shown, newDevice => RecordAsync(sent, link, mou, newDevice, commandKey, engine, cancellation), cancellation);
    }

    private async Task<LinkDeed> RecordAsync(
        SentDecision sent, Link link, Mou mou, string? newDevice, CommandKey key, DurableTaskClient engine, CancellationToken cancellation)
    {
        var by = new Actor.EmbassyOfficer(link.MissionIn(mou)!.Value, sent.Name!.Trim());
        return await cases.CarryOutAsync(new(mou.Id, Command(sent, link), by, key), engine, cancellation) switch
        {
            CommandResult.Done done => new LinkDeed.Recorded(link, done.Mou, newDevice),
            CommandResult.Refused refused => Before(sent, link, refused.Mou) ?? new LinkDeed.Refused(link, refused.Mou, refused.Why),
            CommandResult.KeyUsedForSomethingElse => throw new ProblemException(ProblemKind.IdempotencyKeyReused),
            _ => new LinkDeed.Unknown(),
        };
    }

    private static MouCommand Command(SentDecision sent, Link link) => Choices.Read(sent.Choice) switch
    {
        ReviewChoice.Accepted => new MouCommand.AcceptText(link.Round, new(sent.TextHash!), sent.Name!, link.Mission),
        ReviewChoice.ChangesRequested => new MouCommand.RequestChanges(link.Round, new(sent.TextHash!), sent.Name!, sent.Reason!, sent.ReasonIsPublic, link.Mission),
        _ => new MouCommand.DeclineReview(link.Round, new(sent.TextHash!), sent.Name!, sent.Reason, sent.ReasonIsPublic, link.Mission),
    };
}
