using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// Links sent again, reminders, what fell overdue, and deadlines that moved.
public static partial class MouLifecycle
{
    private static Mou? ApplyTime(Mou mou, RecordedEvent recorded) => recorded.Event switch
    {
        LinkReissued e => WithLinkReissued(mou, e, recorded.At) is { } stage ? mou with { Stage = stage } : null,
        ReminderFellDue e => WithReminder(mou, e, recorded.At) is { } stage ? mou with { Stage = stage } : null,
        FellOverdue e => WithCountdown(mou, e.Matter, e.Mission, countdown => countdown with { Overdue = true }) is { } stage ? mou with { Stage = stage } : null,
        DeadlineMoved e => WithCountdown(mou, e.Matter, e.Mission, _ => Countdown.Starting(e.To, recorded.At)) is { } stage ? mou with { Stage = stage } : null,
        _ => null,
    };

    private static Stage? WithLinkReissued(Mou mou, LinkReissued e, DateTimeOffset at) => (e.Holder, mou.Stage) switch
    {
        (LinkHolder.Reviewer, Stage.UnderReview review) => At(mou, review, e.Mission ?? mou.Particulars.Mission, embassy => embassy with { LinkReissuedAt = at })?.Stage,
        (LinkHolder.CentralReviewer, Stage.CentralReview review) => review with { LinkReissuedAt = at },
        (LinkHolder.LocalGovernmentSigner, Stage.Signing { LocalGovernment: SigningSide.Asked asked } signing) =>
            signing with { LocalGovernment = asked with { LinkReissuedAt = at } },
        (LinkHolder.CounterpartySigner, Stage.Signing { Counterparty: SigningSide.Asked asked } signing) =>
            signing with { Counterparty = asked with { LinkReissuedAt = at } },
        _ => null,
    };

    private static Stage? WithReminder(Mou mou, ReminderFellDue e, DateTimeOffset at) => (e.Reminder, mou.Stage) switch
    {
        (Reminder.IdleDraft, Stage.Drafting draft) => draft with { IdleReminderAt = at + TimeSpan.FromDays(mou.Rules.Times.IdleDraftDays) },
        (Reminder.Signature, Stage.Signing signing) => signing with { Alerted = true },
        (Reminder.TermEnd, Stage.InEffect effect) => effect with { Notices = UpTo(mou.Rules.Times.NoticesBeforeEnd, e.WorkingDaysLeft) },
        (Reminder.TermEnd, Stage.Suspended suspended) => suspended with { Notices = UpTo(mou.Rules.Times.NoticesBeforeEnd, e.WorkingDaysLeft) },
        _ => WithCountdown(mou, e.Reminder, e.Mission, countdown => countdown with { Reminded = UpTo(mou.Rules.Times.RemindersBefore, e.WorkingDaysLeft) }),
    };

    private static IReadOnlyList<int> UpTo(IEnumerable<int> days, int left) => [.. days.Where(before => before >= left)];

    /// <summary>The stage with that deadline changed; null where it does not run.</summary>
    private static Stage? WithCountdown(Mou mou, Reminder matter, MissionId? mission, Func<Countdown, Countdown> with) => (matter, mou.Stage) switch
    {
        (Reminder.Approval, Stage.InternalApproval stage) => stage with { Answer = with(stage.Answer) },
        (Reminder.CentralReview, Stage.CentralReview stage) => stage with { Answer = with(stage.Answer) },
        (Reminder.Review, Stage.UnderReview review) =>
            At(mou, review, mission ?? mou.Particulars.Mission, embassy => embassy with { Answer = with(embassy.Answer) })?.Stage,
        (Reminder.Acknowledgement, Stage.UnderReview review) =>
            At(mou, review, mission ?? mou.Particulars.Mission, embassy => WithAcknowledgement(embassy, with))?.Stage,
        (Reminder.SetSigning, Stage.Agreed agreed) => with(new(agreed.SetSigningBy, default, [], agreed.Overdue)) is var next
            ? agreed with { SetSigningBy = next.By, Overdue = next.Overdue } : null,
        (Reminder.Notification, Stage.Signed { Notify: { } notify } signed) => signed with { Notify = with(notify) },
        _ => null,
    };

    private static EmbassyReview? WithAcknowledgement(EmbassyReview embassy, Func<Countdown, Countdown> with) =>
        embassy.Standing is EmbassyStanding.NotAcknowledged { By: { } by } standing && with(new(by, default, [], standing.Overdue)) is var next
            ? embassy with { Standing = new EmbassyStanding.NotAcknowledged(next.By, next.Overdue) } : null;
}
