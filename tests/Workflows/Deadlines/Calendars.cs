using LocalDiplomacy.Workflows.Deadlines;

namespace LocalDiplomacy.Workflows.Tests.Deadlines;

/// <summary>Working days of an office in Korea, and of a mission that is closed on days of its own.</summary>
public sealed class Calendars
{
    private static readonly WorkingCalendar French = WorkingCalendar.OfMission([new("07-14"), new("2026-12-24")]);

    [Fact]
    public void A_mission_does_not_work_on_its_own_closed_days_nor_on_those_of_Korea()
    {
        Assert.False(French.IsWorkingDay(new(2026, 7, 14)));
        Assert.False(French.IsWorkingDay(new(2026, 7, 17)));
        Assert.True(WorkingCalendar.Korea.IsWorkingDay(new(2026, 7, 14)));
        Assert.Equal(new DateOnly(2026, 7, 15), French.OnOrAfter(new(2026, 7, 14)));
        Assert.Equal(new DateOnly(2026, 7, 13), French.OnOrBefore(new(2026, 7, 14)));
    }

    [Fact]
    public void Every_reason_of_a_closed_day_is_named()
    {
        Assert.Equal(ClosureKind.MissionClosed, Assert.Single(French.ClosuresOn(new(2026, 7, 14))).Kind);
        Assert.Equal([ClosureKind.Saturday, ClosureKind.PublicHoliday], WorkingCalendar.Korea.ClosuresOn(new(2026, 8, 15)).Select(why => why.Kind));
        Assert.Equal(ClosureKind.Sunday, Assert.Single(WorkingCalendar.Korea.ClosuresOn(new(2026, 11, 22))).Kind);
        Assert.Empty(WorkingCalendar.Korea.ClosuresOn(new(2026, 11, 23)));
    }

    [Fact]
    public void Notices_come_at_the_opening_of_a_working_day_of_their_reader_and_rather_early()
    {
        Assert.Equal(SeoulTime.On(new(2026, 7, 13), new(9, 0)), Notices.WorkingDaysBefore(new(2026, 7, 15), 1, French));
        Assert.Equal(SeoulTime.On(new(2026, 7, 14), new(9, 0)), Notices.WorkingDaysBefore(new(2026, 7, 15), 1));
        // 180 days before the end of 2026 is Saturday 4 July.
        Assert.Equal(SeoulTime.On(new(2026, 7, 3), new(9, 0)), Notices.DaysBefore(new(2026, 12, 31), 180));
    }

    [Theory]
    [InlineData("2026-07-13T08:59+09:00", "2026-07-13")]
    [InlineData("2026-07-13T09:00+09:00", "2026-07-13")]
    [InlineData("2026-07-13T09:01+09:00", "2026-07-15")]
    [InlineData("2026-07-16T20:00+09:00", "2026-07-20")] // Constitution Day, then a weekend
    public void What_has_no_day_to_keep_waits_for_the_next_opening(string from, string day) =>
        Assert.Equal(SeoulTime.On(DateOnly.Parse(day, null), new(9, 0)), Notices.NextOpening(DateTimeOffset.Parse(from, null), French));

    [Fact]
    public void A_day_is_closed_once_or_each_year_and_a_mission_without_any_works_as_Korea_does()
    {
        Assert.False(French.IsWorkingDay(new(2027, 7, 14)));
        Assert.False(French.IsWorkingDay(new(2026, 12, 24)));
        Assert.True(French.IsWorkingDay(new(2027, 12, 24)));
        Assert.Same(WorkingCalendar.Korea, WorkingCalendar.OfMission([]));
        Assert.Same(WorkingCalendar.Korea, WorkingCalendar.OfMission(null));
    }
}
