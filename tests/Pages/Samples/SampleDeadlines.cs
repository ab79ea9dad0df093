using LocalDiplomacy.Pages.Pieces;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using static LocalDiplomacy.Workflows.Deadlines.DeadlineChange;

namespace LocalDiplomacy.Pages.Tests.Samples;

/// <summary>Accounts of deadlines: plain ones, and some that were moved by all that can move one.</summary>
public static class SampleDeadlines
{
    private static readonly WorkingCalendar embassy = WorkingCalendar.OfMission([new("12-29")]);

    public static IReadOnlyList<DeadlineAccount> Of(Mou mou) => [.. MouLifecycle.RunningIn(mou.Stage).Select(running => new DeadlineAccount(
        running, running.Mission is null ? null : SampleCase.Mission, DeadlineExplanation.Of(running.By.Terms!)))];

    public static IReadOnlyList<DeadlineAccount> Moved()
    {
        var start = SampleCase.Start;
        var answer = Period.Restart(Period.Of(PeriodLength.Days(30), start, StartCause.Sent), new(start.AddDays(2), StartCause.Arrived));
        answer = Period.Extend(answer, new(start.AddDays(20), PeriodLength.Days(10), ExtendedBy.Office, "The city council of Libreville meets in December."));
        answer = Period.AfterOutage(answer, new(SeoulTime.On(new(2026, 12, 24), new(9, 0)), SeoulTime.On(new(2026, 12, 28), new(18, 30))));
        return
        [
            Account(Reminder.Review, answer), Account(Reminder.Review, Period.OfWorkingDays(SeoulTime.On(new(2026, 9, 22), new(12, 0)), 5)),
            new(new(Reminder.SetSigning, null, Deadline.EndOf(new(2027, 1, 15))), null, null),
        ];
    }

    public static IReadOnlyList<PastAccount> Past(SampleCase sample) => [.. PastDeadlines.Of(sample.Mou.Id, sample.Events)
        .Select(past => new PastAccount(past, past.Mission is null ? null : SampleCase.Mission))];

    private static DeadlineAccount Account(Reminder matter, Deadline by) =>
        new(new(matter, SampleCase.Mission.Id, by), SampleCase.Mission, DeadlineExplanation.Of(by.Terms!, embassy));
}
