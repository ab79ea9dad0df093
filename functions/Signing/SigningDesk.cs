using LocalDiplomacy.Functions.Documents;
using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Pages.Signing;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.OfficePortal;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Signing;

/// <summary>A signature as it was sent: nothing is checked yet.</summary>
/// <param name="Language">In which the sentence of intent stood before the signer; null: the link's.</param>
public sealed record SentSignature(string? Name, string? Office, bool Intent, string? TextHash, Language? Language = null);

/// <summary>Takes a signature by link and code: the same for the page and for JSON.</summary>
public sealed class SigningDesk(LinkDesk links, LinkProof proofs, MouCases cases, PrintedNames printed)
{
    public async Task<LinkDeed> SignAsync(
        string token, SentSignature sent, ShownProof shown, Func<Link, CommandKey> key, DurableTaskClient engine, CancellationToken cancellation) =>
        await links.OpenAsync(token, cancellation) switch
        {
            OpenedLink.Open open when LinkRecords.SideOf(open.Link) is { } side =>
                Before(sent, open.Link, open.Mou) ?? Wrong(sent, open.Link, open.Mou)
                ?? await ProveAsync(sent, side, open.Link, open.Mou, shown, key, engine, cancellation),
            OpenedLink.Over over when LinkRecords.SideOf(over.Link) is not null =>
                Before(sent, over.Link, over.Mou) ?? new LinkDeed.Over(over.Link, over.Mou),
            _ => new LinkDeed.Unknown(),
        };

    /// <summary>The same signature again is answered as the first was; another name or office, with what stands in the record.</summary>
    private static LinkDeed? Before(SentSignature sent, Link link, Mou mou) =>
        link.Signature(mou) is not { } before ? null
        : IsSame(sent, before) ? new LinkDeed.Recorded(link, mou, null)
        : new LinkDeed.AnsweredOtherwise(link, mou);

    private static bool IsSame(SentSignature sent, Signature before) =>
        sent.Name?.Trim() == before.Name && sent.Office?.Trim() == before.Office && sent.TextHash == before.Text.Value;

    private LinkDeed.Unreadable? Wrong(SentSignature sent, Link link, Mou mou) =>
        Problems(sent) is { Count: > 0 } problems ? new(link, mou, problems) : null;

    private List<FieldProblem> Problems(SentSignature sent) =>
    [
        .. Faults(sent).Where(f => f.Fault is not null).Select(f => new FieldProblem(f.Field, f.Fault!.Value)),
        .. printed.Problems(("name", sent.Name), ("office", sent.Office)),
    ];

    private static IEnumerable<(string Field, FieldFault? Fault)> Faults(SentSignature sent) =>
    [
        ("name", Plain.Fault(sent.Name, Plain.NameLength)),
        ("office", Plain.Fault(sent.Office, Plain.NameLength)),
        ("intent", sent.Intent ? null : FieldFault.Missing),
        ("textHash", Plain.Fault(sent.TextHash, 64)),
    ];

    private async Task<LinkDeed> ProveAsync(
        SentSignature sent, Side side, Link link, Mou mou, ShownProof shown, Func<Link, CommandKey> key, DurableTaskClient engine, CancellationToken cancellation)
    {
        var commandKey = key(link);
        return await proofs.ProveAsync(link, mou, shown, newDevice => RecordAsync(sent, side, link, mou, newDevice, commandKey, engine, cancellation), cancellation);
    }

    private async Task<LinkDeed> RecordAsync(
        SentSignature sent, Side side, Link link, Mou mou, string? newDevice, CommandKey key, DurableTaskClient engine, CancellationToken cancellation)
    {
        var sentence = IntentWords.Sentence(mou, sent.Language ?? link.Language);
        var command = new MouCommand.SignText(side, new(sent.TextHash!), sent.Name!.Trim(), sent.Office!.Trim(), sentence);
        var request = new MouRequest(mou.Id, command, new Actor.SigningPerson(side, sent.Name!.Trim()), key);
        return await cases.CarryOutAsync(request, engine, cancellation) switch
        {
            CommandResult.Done done => new LinkDeed.Recorded(link, done.Mou, newDevice),
            CommandResult.Refused refused => Before(sent, link, refused.Mou) ?? new LinkDeed.Refused(link, refused.Mou, refused.Why),
            CommandResult.KeyUsedForSomethingElse => throw new ProblemException(ProblemKind.IdempotencyKeyReused),
            _ => new LinkDeed.Unknown(),
        };
    }
}
