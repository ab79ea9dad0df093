using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>Somebody whom the office can remind.</summary>
/// <param name="Mission">Whose, where it is an embassy.</param>
/// <param name="LastAt">When they were reminded last, by the office or by the clock; null: not yet.</param>
/// <param name="NextAt">From when they can be reminded again; null: at once.</param>
public sealed record ReminderOffer(Recipient To, MissionId? Mission, DateTimeOffset? LastAt, DateTimeOffset? NextAt);

/// <summary>That somebody was reminded, and when last.</summary>
public sealed record RemindedMark(Recipient To, MissionId? Mission, DateTimeOffset At);

// The office reminds those it waits for: nobody twice on one working day, whoever reminded them first.
public static partial class MouLifecycle
{
    /// <summary>Everybody who owes the next step and has what they need for it. Whom a request did not reach is sent it again instead.</summary>
    public static IReadOnlyList<ReminderOffer> RemindersIn(Mou mou)
    {
        ArgumentNullException.ThrowIfNull(mou);
        return mou.Stage switch
        {
            Stage.InternalApproval => [Offer(Recipient.HeadOfOffice, null, mou)],
            Stage.CouncilDecision => [Offer(Recipient.CouncilClerk, null, mou)],
            Stage.CentralReview { UndeliveredAt: null } => [Offer(Recipient.CentralReviewer, null, mou)],
            Stage.UnderReview review => [.. review.Embassies.Where(embassy => embassy is { IsOpen: true, UndeliveredAt: null, ResendAskedAt: null }).Select(embassy =>
                Offer(Recipient.Reviewer, embassy.Mission, mou, embassy.Reviewer.Calendar))],
            Stage.Signing signing => [.. new[] { signing.LocalGovernment, signing.Counterparty }.OfType<SigningSide.Asked>().Select(side => Offer(SignerOn(side.Signer.Side), null, mou))],
            _ => [],
        };
    }

    private static ReminderOffer Offer(Recipient to, MissionId? mission, Mou mou, WorkingCalendar? calendar = null)
    {
        var last = mou.Reminded.FirstOrDefault(mark => mark.To == to && mark.Mission == mission)?.At;
        return new(to, mission, last, last is { } at ? SeoulTime.On((calendar ?? WorkingCalendar.Korea).OnOrAfter(SeoulTime.DayOf(at).AddDays(1)), DefaultTimes.ReminderHour) : null);
    }

    private static Decision DecideRemind(Mou mou, DateTimeOffset now)
    {
        var offers = RemindersIn(mou);
        if (offers.Count == 0) return Refuse(WhyEnded(mou.Stage) ?? Refusal.NobodyToRemind);
        MouEvent[] reminded = [.. offers.Where(offer => offer.NextAt is null || offer.NextAt <= now).Select(offer => new Reminded(offer.To, offer.Mission))];
        return reminded.Length == 0 ? Refuse(Refusal.RemindedToday) : Happened(reminded);
    }

    /// <summary>The last of each: the office's own, and those of the clock.</summary>
    private static IReadOnlyList<RemindedMark> MarksAfter(Mou before, RecordedEvent recorded)
    {
        IReadOnlyList<(Recipient To, MissionId? Mission)> now = recorded.Event switch
        {
            Reminded e => [(e.To, e.Mission)],
            ReminderFellDue e => RemindedBy(e.Reminder, e.Mission, before),
            FellOverdue e => RemindedBy(e.Matter, e.Mission, before),
            _ => [],
        };
        return now.Count == 0 ? before.Reminded
            : [.. before.Reminded.Where(mark => !now.Contains((mark.To, mark.Mission))), .. now.Select(one => new RemindedMark(one.To, one.Mission, recorded.At))];
    }

    private static IReadOnlyList<(Recipient, MissionId?)> RemindedBy(Reminder matter, MissionId? mission, Mou before) => (matter, before.Stage) switch
    {
        (Reminder.Review or Reminder.Acknowledgement, _) => [(Recipient.Reviewer, mission ?? before.Particulars.Mission)],
        (Reminder.Approval, _) => [(Recipient.HeadOfOffice, null)],
        (Reminder.CentralReview, _) => [(Recipient.CentralReviewer, null)],
        (Reminder.Signature, Stage.Signing signing) =>
            [.. new[] { signing.LocalGovernment, signing.Counterparty }.OfType<SigningSide.Asked>().Select(side => (SignerOn(side.Signer.Side), (MissionId?)null))],
        _ => [],
    };

    private static Recipient SignerOn(Side side) => side == Side.LocalGovernment ? Recipient.LocalGovernmentSigner : Recipient.CounterpartySigner;
}
