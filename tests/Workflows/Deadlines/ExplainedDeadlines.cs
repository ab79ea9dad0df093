using System.Text.Json;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using static LocalDiplomacy.Workflows.Deadlines.DeadlineChange;

namespace LocalDiplomacy.Workflows.Tests.Deadlines;

/// <summary>Periods of every unit, what moves their end, and the account of it day by day.</summary>
public sealed class ExplainedDeadlines
{
    [Theory]
    [InlineData("2026-11-02", 5, "2026-11-09")]
    [InlineData("2026-12-24", 1, "2026-12-28")]  // Christmas, a Friday, and a weekend are not counted
    [InlineData("2026-09-22", 3, "2026-09-29")]  // nor are the three days of Chuseok
    [InlineData("2026-11-21", 1, "2026-11-23")]  // begun on a Saturday
    public void Working_days(string from, int days, string last) => Assert.Equal(Day(last), Period.OfWorkingDays(Noon(from), days).LastDay);

    [Theory]
    [InlineData("2026-01-30", 1, "2026-03-03")] // counted from 31 January: February has no 31st, ends with it, on Saturday the 28th; 1 March and its substitute day follow
    [InlineData("2027-02-28", 1, "2027-03-31")] // counted from 1 March, so the whole of March
    [InlineData("2026-08-31", 6, "2027-03-02")] // counted from 1 September: until 28 February, a Sunday, then 1 March
    [InlineData("2026-11-12", 1, "2026-12-14")] // 12 December is a Saturday
    [InlineData("2028-01-30", 1, "2028-02-29")] // counted from the 31st: until the end of a leap February
    public void Months_by_the_calendar(string from, int months, string last) => Assert.Equal(Day(last), Period.OfMonths(Noon(from), months).LastDay);

    [Theory]
    [InlineData("2026-11-24", 1, "2027-11-24")]
    [InlineData("2028-02-29", 1, "2029-02-28")] // counted from 1 March 2028: until the last day of February
    [InlineData("2027-02-28", 1, "2028-02-29")]
    public void Years_by_the_calendar(string from, int years, string last) => Assert.Equal(Day(last), Period.OfYears(Noon(from), years).LastDay);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(40_000)]
    public void A_period_of_nothing_or_of_more_than_a_century_is_refused(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.OfDays(Noon("2026-11-02"), days));

    [Fact]
    public void An_extension_counts_from_the_end_that_stood()
    {
        var deadline = Period.OfDays(Noon("2026-11-02"), 30);
        var extended = Period.Extend(deadline, new(Noon("2026-11-30"), PeriodLength.Days(10), ExtendedBy.Office, "The city council meets later."));

        Assert.Equal(Day("2026-12-02"), deadline.LastDay);
        Assert.Equal(Day("2026-12-14"), extended.LastDay); // the 12th is a Saturday
    }

    [Theory]
    [InlineData("2026-12-02T10:00+09:00", "2026-12-02T11:00+09:00", "2026-12-03")] // on the last day
    [InlineData("2026-12-01T10:00+09:00", "2026-12-04T11:00+09:00", "2026-12-07")] // over it; the day after the repair is a Saturday
    [InlineData("2026-11-20T10:00+09:00", "2026-12-02T00:00+09:00", "2026-12-02")] // over when the last day began
    [InlineData("2026-12-03T00:00+09:00", "2026-12-04T00:00+09:00", "2026-12-02")] // began when it was over
    public void An_outage_moves_the_end_only_where_the_last_day_fell_into_it(string from, string repaired, string last)
    {
        var moved = Period.AfterOutage(Period.OfDays(Noon("2026-11-02"), 30), new(At(from), At(repaired)));

        Assert.Equal(Day(last), moved.LastDay);
    }

    [Fact]
    public void A_document_sent_again_restarts_the_clock_and_keeps_what_was_granted()
    {
        var deadline = Period.Extend(
            Period.Of(PeriodLength.Days(30), Noon("2026-11-02"), StartCause.Sent), new(Noon("2026-11-05"), PeriodLength.Days(5), ExtendedBy.Desk, "x"));
        var again = Period.Restart(deadline, new(Noon("2026-11-09"), StartCause.Resent));

        Assert.Equal(Day("2026-12-07"), deadline.LastDay);
        Assert.Equal(Day("2026-12-14"), again.LastDay);
        Assert.Equal(Day("2026-12-14"), Period.Restart(again, new(Noon("2026-11-01"), StartCause.Arrived)).LastDay);
    }

    [Fact]
    public void Every_day_is_accounted_for()
    {
        var explained = DeadlineExplanation.Of(Period.OfDays(Noon("2026-11-25"), 30).Terms!);

        Assert.Equal(
            ["11-25 FirstDay", "11-26 Counted 1", "12-25 Counted 30 PublicHoliday", "12-26 EndMoved Saturday", "12-27 EndMoved Sunday", "12-28 EndMoved last"],
            Lines(explained).Where((_, place) => place < 2 || place > 29));
        Assert.Equal(22, explained.WorkingDays);
    }

    [Fact]
    public void Working_days_skip_what_is_closed_and_say_why() => Assert.Equal(
        ["09-22 FirstDay", "09-23 Counted 1", "09-24 NotCounted PublicHoliday", "09-25 NotCounted PublicHoliday", "09-26 NotCounted Saturday PublicHoliday",
            "09-27 NotCounted Sunday", "09-28 Counted 2", "09-29 Counted 3 last"],
        Lines(DeadlineExplanation.Of(Period.OfWorkingDays(Noon("2026-09-22"), 3).Terms!)));

    [Fact]
    public void A_restart_an_extension_and_an_outage_are_told_where_they_fall()
    {
        var deadline = Period.Restart(Period.Of(PeriodLength.Days(3), Noon("2026-11-02"), StartCause.Sent), new(Noon("2026-11-04"), StartCause.Arrived));
        deadline = Period.Extend(deadline, new(Noon("2026-11-06"), PeriodLength.Days(2), ExtendedBy.Office, "x"));
        deadline = Period.AfterOutage(deadline, new(At("2026-11-11T10:00+09:00"), At("2026-11-12T10:00+09:00")));

        Assert.Equal(
            ["11-02 BeforeRestart Restarted", "11-03 BeforeRestart Restarted", "11-04 FirstDay Restarted", "11-05 Counted 1", "11-06 Counted 2",
                "11-07 Counted 3 Saturday", "11-08 EndMoved Sunday", "11-09 EndMoved", "11-10 Counted 1 Extended", "11-11 Counted 2 Extended",
                "11-12 Outage Interrupted", "11-13 Outage Interrupted last"],
            Lines(DeadlineExplanation.Of(deadline.Terms!)));
    }

    [Fact]
    public void A_missions_closed_days_are_named_and_do_not_move_the_end()
    {
        var closed = WorkingCalendar.OfMission([new("07-14")]);
        var terms = Period.OfWorkingDays(Noon("2026-07-13"), 1).Terms!;
        var explained = DeadlineExplanation.Of(terms, closed);

        Assert.Equal(["07-13 FirstDay", "07-14 Counted 1 MissionClosed last"], Lines(explained));
        Assert.Equal((1, 0), (explained.WorkingDays, explained.ReaderWorkingDays));
    }

    [Fact]
    public void A_deadline_is_read_back_as_it_was_kept_with_all_that_it_was_counted_from()
    {
        var deadline = Period.Extend(Period.OfDays(Noon("2026-11-02"), 30), new(Noon("2026-11-30"), PeriodLength.WorkingDays(10), ExtendedBy.Office, "의회 일정"));
        deadline = Period.AfterOutage(deadline, new(At("2026-12-16T10:00+09:00"), At("2026-12-16T11:00+09:00")));

        var read = JsonSerializer.Deserialize<Deadline>(JsonSerializer.Serialize(deadline))!;

        Assert.Equal(deadline, read);
        Assert.Equal(deadline, Period.Recount(read));
    }

    [Fact]
    public void A_deadline_without_terms_is_kept_as_short_as_before_and_can_still_be_moved()
    {
        var old = JsonSerializer.Deserialize<Deadline>("""{"EndsAt":"2026-12-02T15:00:00+00:00","LastDay":"2026-12-02"}""")!;

        Assert.DoesNotContain("Terms", JsonSerializer.Serialize(old), StringComparison.Ordinal);
        Assert.Equal(Day("2026-12-14"), Period.Extend(old, new(Noon("2026-11-30"), PeriodLength.Days(10), ExtendedBy.Office, "x")).LastDay);
        Assert.Equal(Day("2026-12-02"), Period.Restart(old, new(Noon("2026-11-30"), StartCause.Arrived)).LastDay);
        Assert.Equal(Day("2026-12-28"), Period.Recount(Deadline.EndOf(Day("2026-12-25"))).LastDay);
    }

    private static IEnumerable<string> Lines(DeadlineExplanation explained) => explained.Days.Select(day => string.Join(' ', new[]
    {
        $"{day.Day:MM-dd} {day.Standing}", day.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        day.Closed.Count > 0 ? string.Join(' ', day.Closed.Select(why => why.Kind)) : null, day.Change?.GetType().Name, day.IsLast ? "last" : null,
    }.Where(part => part is not null)));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);

    private static DateTimeOffset Noon(string day) => SeoulTime.On(Day(day), new(12, 0));

    private static DateTimeOffset At(string at) => DateTimeOffset.Parse(at, null);
}
