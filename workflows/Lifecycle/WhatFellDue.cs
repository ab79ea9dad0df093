using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>
/// What time alone brings about, as a pure function of the state. Silence is never consent: time reminds and flags, lets
/// an advisory central review lapse, and ends or renews a term as its text says. It decides nothing else. Whatever
/// sends a mail waits for a working morning of its reader.
/// </summary>
public static class WhatFellDue
{
    /// <summary>
    /// What has fallen due by <paramref name="now"/> and is not recorded yet. Of several reminders that were slept
    /// through only the last is given: nobody is reminded twice at once. What else is due comes when time is asked again.
    /// </summary>
    public static IEnumerable<MouEvent> By(DateTimeOffset now, Mou mou)
    {
        ArgumentNullException.ThrowIfNull(mou);
        return Ahead(mou)
            .Where(due => due.At <= now)
            .OrderByDescending(due => due.At)
            .Take(1)
            .SelectMany(due => due.Event is CentralReviewLapsed lapsed
                ? MouLifecycle.AfterCentralReview((Stage.CentralReview)mou.Stage, mou, now).Prepend(lapsed) : [due.Event]);
    }

    /// <summary>When time next brings something about; null when it never will. May lie in the past: it is due then.</summary>
    public static DateTimeOffset? Next(Mou mou)
    {
        ArgumentNullException.ThrowIfNull(mou);
        return Ahead(mou).Select(due => (DateTimeOffset?)due.At).Min();
    }

    private static IEnumerable<(DateTimeOffset At, MouEvent Event)> Ahead(Mou mou) => mou.Stage switch
    {
        Stage.Drafting draft => [(Clocks.OpeningOn(draft.IdleReminderAt), new ReminderFellDue(Reminder.IdleDraft, 0))],
        Stage.InternalApproval stage => Of(stage.Answer, Reminder.Approval, null, ForOthers(mou)),
        // What came back runs out for nobody, and lapses for nobody.
        Stage.CentralReview { UndeliveredAt: not null } => [],
        Stage.CentralReview { Mode: CentralReviewMode.Binding } stage => Of(stage.Answer, Reminder.CentralReview, null, ForOthers(mou)),
        Stage.CentralReview stage =>
            [.. Reminders(stage.Answer, Reminder.CentralReview, null, ForOthers(mou)), (Clocks.OpeningAfter(stage.Answer.By), new CentralReviewLapsed(stage.Round, stage.Text))],
        Stage.UnderReview review => review.Embassies.Where(embassy => embassy is { IsOpen: true, UndeliveredAt: null }).SelectMany(embassy => AheadOf(embassy, mou)),
        Stage.Agreed { Overdue: false } agreed => [(Clocks.OpeningAfter(agreed.SetSigningBy), new FellOverdue(Reminder.SetSigning))],
        Stage.Signing { Alerted: false } signing => [(Clocks.OpeningOn(signing.OneSidedAlertAt), new ReminderFellDue(Reminder.Signature, 0))],
        Stage.Signed { Notify: { } notify } => Of(notify, Reminder.Notification, null, ForOthers(mou)),
        Stage.Signed { Notify: null } signed => [(SeoulTime.On(signed.Instrument.Since, TimeOnly.MinValue), new TookEffect(signed.Instrument.Since, signed.Instrument.EndsOn))],
        Stage.InEffect effect => AheadOf(effect, mou),
        Stage.Suspended { Instrument.EndsOn: { } end } suspended =>
            [.. BeforeEnd(end, suspended.Notices, mou), (SeoulTime.EndOf(end), new Expired(end))],
        Stage.NoticeGiven given => [(SeoulTime.EndOf(given.EndsOn), new Terminated(given.EndsOn, given.Reason))],
        _ => [],
    };

    private static IEnumerable<int> ForOthers(Mou mou) => mou.Rules.Times.RemindersBefore.Where(before => before <= DefaultTimes.OthersRemindedFrom);

    private static IEnumerable<(DateTimeOffset At, MouEvent Event)> AheadOf(EmbassyReview embassy, Mou mou) =>
    [
        // An embassy has closed days of its own.
        .. Of(embassy.Answer, Reminder.Review, embassy.Reviewer, mou.Rules.Times.RemindersBefore),
        .. embassy.Standing is EmbassyStanding.NotAcknowledged { By: { } by, Overdue: false }
            ? [(Clocks.OpeningAfter(by, embassy.Reviewer.Calendar), new FellOverdue(Reminder.Acknowledgement, embassy.Mission))] : Array.Empty<(DateTimeOffset, MouEvent)>(),
    ];

    private static IEnumerable<(DateTimeOffset At, MouEvent Event)> Of(Countdown countdown, Reminder matter, Reviewer? reader, IEnumerable<int> before) =>
        countdown.Overdue ? [] : Reminders(countdown, matter, reader, before).Append((Clocks.OpeningAfter(countdown.By, reader?.Calendar), new FellOverdue(matter, reader?.Mission)));

    /// <summary>A reminder whose day had passed when the deadline was set is not made up for.</summary>
    private static IEnumerable<(DateTimeOffset At, MouEvent Event)> Reminders(Countdown countdown, Reminder matter, Reviewer? reader, IEnumerable<int> before) => before
        .Except(countdown.Reminded)
        .Select(days => (At: Notices.WorkingDaysBefore(countdown.By.LastDay, days, reader?.Calendar), Event: (MouEvent)new ReminderFellDue(matter, days, reader?.Mission)))
        .Where(due => due.At > countdown.Since);

    private static IEnumerable<(DateTimeOffset At, MouEvent Event)> AheadOf(Stage.InEffect effect, Mou mou) => effect.Instrument switch
    {
        { EndsOn: { } end, Renewal: { } clause } when !effect.WillNotRenew =>
            [.. BeforeEnd(end, effect.Notices, mou), (SeoulTime.EndOf(end), new RenewedAutomatically(end.AddMonths(clause.Months)))],
        { EndsOn: { } end } => [.. BeforeEnd(end, effect.Notices, mou), (SeoulTime.EndOf(end), new Expired(end))],
        _ => [],
    };

    private static IEnumerable<(DateTimeOffset At, MouEvent Event)> BeforeEnd(DateOnly end, IReadOnlyList<int> given, Mou mou) => mou.Rules.Times.NoticesBeforeEnd
        .Except(given)
        .Select(days => (At: Notices.DaysBefore(end, days), Event: (MouEvent)new ReminderFellDue(Reminder.TermEnd, days)));
}
