using System.Text;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Deadlines;

/// <summary>Working days of an office in Korea, and of a mission that is closed on days of its own.</summary>
public sealed class Calendars
{
    private static readonly WorkingCalendar French = WorkingCalendar.OfMission([new(new(2026, 7, 14), LocalizedText.Of((Language.French, "Fête nationale")))]);

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
        Assert.Equal("Fête nationale", Assert.Single(French.ClosuresOn(new(2026, 7, 14))).Name!.In(Language.French));
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
    public void A_missions_own_days_come_from_a_file()
    {
        const string head = "mission,date,name_ko,name_en,name_fr,name_es\n";
        var read = MissionClosedDays.Read(new MemoryStream(Encoding.UTF8.GetBytes(head + "GA,2026-08-18,독립기념일 연휴,a,b,c\nGA,2027-08-17,d,e,f,g\nFR,2026-07-14,h,i,j,k\n")));

        Assert.False(read[new("GA")].IsWorkingDay(new(2026, 8, 18)));
        Assert.True(read[new("FR")].IsWorkingDay(new(2026, 8, 18)));
        Assert.Same(WorkingCalendar.Korea, MissionClosedDays.CalendarOf(new("none")));
        Assert.Contains("line 2: \"date\"", Assert.Throws<InvalidDataException>(
            () => MissionClosedDays.Read(new MemoryStream(Encoding.UTF8.GetBytes(head + "GA,18.8.2026,a,b,c,d")))).Message, StringComparison.Ordinal);
    }
}
