using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Pages.CentralReview;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.OfficePortal;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.CentralReview;

/// <summary>An answer of the central review as it was sent: nothing is checked yet.</summary>
public sealed record SentCentralAnswer(string? Answer, string? Name, string? Words, string? TextHash);

/// <summary>Takes the ministry's answer on a text: the same for its page and for JSON.</summary>
public sealed class CentralReviewDesk(LinkDesk links, LinkProof proofs, MouCases cases)
{
    /// <param name="key">Of the link that the token leads to.</param>
    public async Task<LinkDeed> AnswerAsync(
        string token, SentCentralAnswer sent, ShownProof shown, Func<Link, CommandKey> key, DurableTaskClient engine, CancellationToken cancellation) =>
        await links.OpenAsync(token, cancellation) switch
        {
            OpenedLink.Open { Link: { Holder: LinkHolder.CentralReviewer } link, Mou: var mou } =>
                Wrong(sent, link, mou) ?? await ProveAsync(sent, link, mou, shown, key, engine, cancellation),
            OpenedLink.Over { Link: { Holder: LinkHolder.CentralReviewer } link, Mou: var mou } => Before(sent, link, mou) ?? new LinkDeed.Over(link, mou),
            _ => new LinkDeed.Unknown(),
        };

    /// <summary>A repeated answer is answered as the first was, a different one with what stands in the record. A lapse was nobody's answer.</summary>
    private static LinkDeed? Before(SentCentralAnswer sent, Link link, Mou mou) =>
        link.CentralOutcome(mou) is not { Answer: not CentralAnswer.Lapsed } before || Read(sent.Answer) is not { } answer ? null
        : before.Answer == answer ? new LinkDeed.Recorded(link, mou, null)
        : new LinkDeed.AnsweredOtherwise(link, mou);

    private static CentralAnswer? Read(string? answer) => answer switch
    {
        CentralFields.NoObjection => CentralAnswer.NoObjection,
        CentralFields.Comments => CentralAnswer.Comments,
        CentralFields.Objection => CentralAnswer.Objection,
        _ => null,
    };

    private static LinkDeed.Unreadable? Wrong(SentCentralAnswer sent, Link link, Mou mou)
    {
        FieldProblem[] problems = [.. Faults(sent).Where(f => f.Fault is not null).Select(f => new FieldProblem(f.Field, f.Fault!.Value))];
        return problems.Length > 0 ? new(link, mou, problems) : null;
    }

    private static IEnumerable<(string Field, FieldFault? Fault)> Faults(SentCentralAnswer sent) =>
    [
        ("answer", string.IsNullOrEmpty(sent.Answer) ? FieldFault.Missing : Read(sent.Answer) is null ? FieldFault.Unknown : null),
        ("name", Plain.Fault(sent.Name, Plain.NameLength)),
        ("comments", sent.Answer is CentralFields.Comments or CentralFields.Objection
            ? Plain.Fault(sent.Words, Plain.ReasonLength)
            : Plain.FaultIfThere(sent.Words, Plain.ReasonLength)),
        ("textHash", Plain.Fault(sent.TextHash, 64)),
    ];

    private async Task<LinkDeed> ProveAsync(
        SentCentralAnswer sent, Link link, Mou mou, ShownProof shown, Func<Link, CommandKey> key, DurableTaskClient engine, CancellationToken cancellation)
    {
        var commandKey = key(link);
        return await proofs.ProveAsync(link, mou, shown, newDevice => RecordAsync(sent, link, mou, newDevice, commandKey, engine, cancellation), cancellation);
    }

    private async Task<LinkDeed> RecordAsync(
        SentCentralAnswer sent, Link link, Mou mou, string? newDevice, CommandKey key, DurableTaskClient engine, CancellationToken cancellation)
    {
        var command = new MouCommand.AnswerCentralReview(new(sent.TextHash!), Read(sent.Answer)!.Value, sent.Name!, sent.Words);
        var by = new Actor.MinistryReviewer(sent.Name!.Trim());
        return await cases.CarryOutAsync(new(mou.Id, command, by, key), engine, cancellation) switch
        {
            CommandResult.Done done => new LinkDeed.Recorded(link, done.Mou, newDevice),
            CommandResult.Refused refused => Before(sent, link, refused.Mou) ?? new LinkDeed.Refused(link, refused.Mou, refused.Why),
            CommandResult.KeyUsedForSomethingElse => throw new ProblemException(ProblemKind.IdempotencyKeyReused),
            _ => new LinkDeed.Unknown(),
        };
    }
}
