using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>
/// What time alone brings about, as a pure function of the state. Silence is never consent: time reminds and flags, and
/// decides nothing.
/// </summary>
public static class WhatFellDue
{
    /// <summary>
    /// What has fallen due by <paramref name="now"/> and is not recorded yet. Of several reminders that were slept
    /// through only the last is given: nobody is reminded twice at once.
    /// </summary>
    public static IEnumerable<MouEvent> By(DateTimeOffset now, Mou mou) => Ahead(mou.Stage)
        .Where(due => due.At <= now)
        .OrderByDescending(due => due.At)
        .Take(1)
        .Select(due => due.Event);

    /// <summary>When time next brings something about; null when it never will. May lie in the past: it is due then.</summary>
    public static DateTimeOffset? Next(Mou mou) => Ahead(mou.Stage).Select(due => (DateTimeOffset?)due.At).Min();

    private static IEnumerable<(DateTimeOffset At, MouEvent Event)> Ahead(Stage stage) => stage switch
    {
        Stage.Drafting draft => [(draft.IdleReminderAt, new ReminderFellDue(Reminder.IdleDraft, 0))],
        Stage.UnderReview { Overdue: false } review => AheadOf(review),
        Stage.Agreed { Overdue: false } agreed => [(agreed.SetSigningBy.EndsAt, new FellOverdue(Reminder.SetSigning))],
        Stage.Signing { Alerted: false } signing => [(signing.OneSidedAlertAt, new ReminderFellDue(Reminder.Signature, 0))],
        _ => [],
    };

    private static IEnumerable<(DateTimeOffset At, MouEvent Event)> AheadOf(Stage.UnderReview review)
    {
        foreach (var before in DefaultTimes.ReviewRemindersBefore.Except(review.Reminded))
            yield return (SeoulTime.On(WorkingDays.Before(review.AnswerBy.LastDay, before), DefaultTimes.ReminderHour), new ReminderFellDue(Reminder.Review, before));
        yield return (review.AnswerBy.EndsAt, new FellOverdue(Reminder.Review));
    }
}
