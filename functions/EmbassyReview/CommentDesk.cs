using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.EmbassyReview;

/// <summary>A comment at a clause as it was sent: nothing is checked yet.</summary>
public sealed record SentComment(int? Clause, string? Version, string? Words, string? Proposed, string? Name, string? TextHash);

/// <summary>
/// Takes what an embassy, or the ministry in its review, says at a clause, and takes it back for them: the same for pages and
/// for JSON, and with a code as an answer is.
/// </summary>
public sealed class CommentDesk(LinkDesk links, LinkProof proofs, MouCases cases, TextStore texts)
{
    private const int LongestWording = 10_000;

    /// <param name="key">Of the link that the token leads to.</param>
    public async Task<LinkDeed> TakeAsync(
        string token, SentComment sent, ShownProof shown, Func<Link, CommandKey> key, DurableTaskClient engine, CancellationToken cancellation) =>
        await OpenAsync(token, cancellation) switch
        {
            OpenedLink.Open { Link: var link, Mou: var mou } =>
                await WrongAsync(sent, link, mou, cancellation) ?? await ProveAsync(CommandOf(sent, link), sent.Name!, link, mou, shown, key, engine, cancellation),
            OpenedLink.Over { Link: var link, Mou: var mou } => new LinkDeed.Over(link, mou),
            _ => new LinkDeed.Unknown(),
        };

    /// <param name="number">The comment's.</param>
    public async Task<LinkDeed> TakeBackAsync(
        string token, int number, string? name, ShownProof shown, Func<Link, CommandKey> key, DurableTaskClient engine, CancellationToken cancellation) =>
        await OpenAsync(token, cancellation) switch
        {
            OpenedLink.Open { Link: var link, Mou: var mou } => Plain.Fault(name, Plain.NameLength) is { } fault
                ? new LinkDeed.Unreadable(link, mou, [new("name", fault)])
                : await ProveAsync(
                    link.Holder == LinkHolder.CentralReviewer ? new MouCommand.TakeBackCentralComment(number, name!) : new MouCommand.TakeBackComment(number, name!, link.Mission),
                    name!, link, mou, shown, key, engine, cancellation),
            OpenedLink.Over { Link: var link, Mou: var mou } => new LinkDeed.Over(link, mou),
            _ => new LinkDeed.Unknown(),
        };

    /// <summary>A signer's link takes no comment: it is nobody's here.</summary>
    private async Task<OpenedLink> OpenAsync(string token, CancellationToken cancellation) => await links.OpenAsync(token, cancellation) switch
    {
        OpenedLink.Open { Link.Holder: LinkHolder.LocalGovernmentSigner or LinkHolder.CounterpartySigner } => new OpenedLink.Unknown(),
        OpenedLink.Over { Link.Holder: LinkHolder.LocalGovernmentSigner or LinkHolder.CounterpartySigner } => new OpenedLink.Unknown(),
        var opened => opened,
    };

    private async Task<LinkDeed?> WrongAsync(SentComment sent, Link link, Mou mou, CancellationToken cancellation)
    {
        var text = await texts.ExpectAsync(mou.RoundNumbered(link.Round)?.Text ?? mou.Text, cancellation);
        List<FieldProblem> problems = [.. Faults(sent, text).Where(fault => fault.Fault is not null).Select(fault => new FieldProblem(fault.Field, fault.Fault!.Value))];
        return problems.Count > 0 ? new LinkDeed.Unreadable(link, mou, problems) : null;
    }

    private static IEnumerable<(string Field, FieldFault? Fault)> Faults(SentComment sent, MouText text)
    {
        yield return ("clause", sent.Clause is null ? FieldFault.Missing : sent.Clause < 1 || sent.Clause > text.Clauses.Count ? FieldFault.Unknown : null);
        yield return ("words", IsBlank(sent.Words) && IsBlank(sent.Proposed) ? FieldFault.Missing : Plain.FaultIfThere(sent.Words, Plain.ReasonLength));
        yield return ("proposed", Plain.FaultIfThere(sent.Proposed, LongestWording));
        yield return ("version", VersionFault(sent, text));
        yield return ("name", Plain.Fault(sent.Name, Plain.NameLength));
        yield return ("textHash", Plain.Fault(sent.TextHash, 64));
    }

    /// <summary>A wording is one in a language of the text.</summary>
    private static FieldFault? VersionFault(SentComment sent, MouText text) =>
        IsBlank(sent.Version) ? (IsBlank(sent.Proposed) ? null : FieldFault.Missing)
        : text.Languages.Contains(new Language(sent.Version!.Trim())) ? null : FieldFault.NotInLanguages;

    private static MouCommand CommandOf(SentComment sent, Link link)
    {
        var version = IsBlank(sent.Version) ? (Language?)null : new Language(sent.Version!.Trim());
        return link.Holder == LinkHolder.CentralReviewer
            ? new MouCommand.CommentInCentralReview(new(sent.TextHash!), sent.Name!, sent.Clause!.Value, version, Passage(sent.Words), Passage(sent.Proposed))
            : new MouCommand.CommentOnClause(
                link.Round, new(sent.TextHash!), sent.Name!, sent.Clause!.Value, version, Passage(sent.Words), Passage(sent.Proposed), link.Mission);
    }

    private async Task<LinkDeed> ProveAsync(
        MouCommand command, string name, Link link, Mou mou, ShownProof shown, Func<Link, CommandKey> key, DurableTaskClient engine, CancellationToken cancellation)
    {
        var request = new MouRequest(mou.Id, command, link.MissionIn(mou) is { } mission ? new Actor.EmbassyOfficer(mission, name.Trim()) : new Actor.MinistryReviewer(name.Trim()), key(link));
        return await proofs.ProveAsync(link, mou, shown, newDevice => RecordAsync(request, link, newDevice, engine, cancellation), cancellation);
    }

    private async Task<LinkDeed> RecordAsync(MouRequest request, Link link, string? newDevice, DurableTaskClient engine, CancellationToken cancellation) =>
        await cases.CarryOutAsync(request, engine, cancellation) switch
        {
            CommandResult.Done done => new LinkDeed.Recorded(link, done.Mou, newDevice),
            CommandResult.Refused refused => new LinkDeed.Refused(link, refused.Mou, refused.Why),
            CommandResult.KeyUsedForSomethingElse => throw new ProblemException(ProblemKind.IdempotencyKeyReused),
            _ => new LinkDeed.Unknown(),
        };

    /// <summary>In the one form of a text, so that a wording can be taken over as it is.</summary>
    private static string? Passage(string? words) => IsBlank(words) ? null : CanonicalText.Passage(words!);

    private static bool IsBlank(string? words) => string.IsNullOrWhiteSpace(words);
}
