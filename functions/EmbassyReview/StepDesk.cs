using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Pages.EmbassyReview;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.OfficePortal;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.EmbassyReview;

/// <summary>A step on the way to an embassy's answer as it was sent: nothing is checked yet.</summary>
public sealed record SentStep(string? Choice, string? Name, string? ColleagueName, string? ColleagueAddress, string? Unreadable);

/// <summary>
/// Takes what an embassy does before it answers: acknowledges, asks its capital, hands over, asks for the document again. The
/// same for its page and for JSON, and with a code as its answer is: each of them moves a deadline or an address.
/// </summary>
public sealed class StepDesk(LinkDesk links, LinkProof proofs, MouCases cases)
{
    /// <param name="key">Of the link that the token leads to.</param>
    public async Task<LinkDeed> TakeAsync(
        string token, SentStep sent, ShownProof shown, Func<Link, CommandKey> key, DurableTaskClient engine, CancellationToken cancellation) =>
        await links.OpenAsync(token, cancellation) switch
        {
            OpenedLink.Open { Link: { Holder: LinkHolder.Reviewer } link, Mou: var mou } =>
                Wrong(sent, link, mou) ?? await ProveAsync(sent, link, mou, shown, key, engine, cancellation),
            OpenedLink.Over { Link: { Holder: LinkHolder.Reviewer } link, Mou: var mou } =>
                HandedOverBefore(sent, link, mou) ?? (LinkDeed)new LinkDeed.Over(link, mou),
            _ => new LinkDeed.Unknown(),
        };

    /// <summary>A hand-over ends its own link: repeated, it is answered as it was the first time.</summary>
    private static LinkDeed.Recorded? HandedOverBefore(SentStep sent, Link link, Mou mou) =>
        sent is { Choice: DecisionFields.HandOver, ColleagueAddress: { } address } && link.WasHandedOver(mou)
        && link.Embassy(mou)!.Reviewer.Address == new EmailAddress(address.Trim()) ? new LinkDeed.Recorded(link, mou, null) : null;

    private static LinkDeed.Unreadable? Wrong(SentStep sent, Link link, Mou mou) =>
        ProblemsOf(sent) is { Count: > 0 } problems ? new(link, mou, problems) : null;

    private static List<FieldProblem> ProblemsOf(SentStep sent) =>
        [.. Faults(sent).Where(f => f.Fault is not null).Select(f => new FieldProblem(f.Field, f.Fault!.Value))];

    private static IEnumerable<(string Field, FieldFault? Fault)> Faults(SentStep sent)
    {
        yield return ("choice", string.IsNullOrEmpty(sent.Choice) ? FieldFault.Missing : DecisionFields.Steps.Contains(sent.Choice) ? null : FieldFault.Unknown);
        yield return ("name", Plain.Fault(sent.Name, Plain.NameLength));
        if (sent.Choice == DecisionFields.HandOver)
        {
            yield return ("colleagueName", Plain.Fault(sent.ColleagueName, Plain.NameLength));
            yield return ("colleagueAddress", Plain.AddressFault(sent.ColleagueAddress));
        }
        if (sent.Choice == DecisionFields.AskForResend)
            yield return ("unreadable", Plain.Fault(sent.Unreadable, Plain.ReasonLength));
    }

    private async Task<LinkDeed> ProveAsync(
        SentStep sent, Link link, Mou mou, ShownProof shown, Func<Link, CommandKey> key, DurableTaskClient engine, CancellationToken cancellation)
    {
        var commandKey = key(link);
        return await proofs.ProveAsync(link, mou, shown, newDevice => RecordAsync(sent, link, mou, newDevice, commandKey, engine, cancellation), cancellation);
    }

    private async Task<LinkDeed> RecordAsync(
        SentStep sent, Link link, Mou mou, string? newDevice, CommandKey key, DurableTaskClient engine, CancellationToken cancellation)
    {
        var mission = link.MissionIn(mou)!.Value;
        var by = new Actor.EmbassyOfficer(mission, sent.Name!.Trim());
        return await cases.CarryOutAsync(new(mou.Id, Command(sent, link, mission), by, key), engine, cancellation) switch
        {
            CommandResult.Done done => new LinkDeed.Recorded(link, done.Mou, newDevice),
            CommandResult.Refused refused => HandedOverBefore(sent, link, refused.Mou) ?? (LinkDeed)new LinkDeed.Refused(link, refused.Mou, refused.Why),
            CommandResult.KeyUsedForSomethingElse => throw new ProblemException(ProblemKind.IdempotencyKeyReused),
            _ => new LinkDeed.Unknown(),
        };
    }

    /// <summary>The link's own mission and no other: whatever else was sent, nobody acts for another embassy.</summary>
    private static MouCommand Command(SentStep sent, Link link, MissionId mission) => sent.Choice switch
    {
        DecisionFields.Acknowledge => new MouCommand.Acknowledge(link.Round, sent.Name!, link.Mission),
        DecisionFields.ReferToCapital => new MouCommand.ReferToCapital(link.Round, sent.Name!, link.Mission),
        DecisionFields.ExtendCapital => new MouCommand.ExtendCapital(link.Round, sent.Name!, link.Mission),
        DecisionFields.ReturnFromCapital => new MouCommand.ReturnFromCapital(link.Round, sent.Name!, link.Mission),
        DecisionFields.HandOver => new MouCommand.HandOver(
            link.Round, sent.Name!, new(mission, EmailAddress.From(sent.ColleagueAddress!), link.Language, sent.ColleagueName!.Trim())),
        _ => new MouCommand.AskForResend(link.Round, sent.Name!, sent.Unreadable!, link.Mission),
    };
}
