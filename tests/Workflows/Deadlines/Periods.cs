using LocalDiplomacy.Workflows.Deadlines;

namespace LocalDiplomacy.Workflows.Tests.Deadlines;

public sealed class Periods
{
    [Theory]
    [InlineData("2026-11-02T01:00Z", 30, "2026-12-02")] // a plain Wednesday
    [InlineData("2026-11-05T01:00Z", 30, "2026-12-07")] // a Saturday moves to Monday
    [InlineData("2026-11-25T01:00Z", 30, "2026-12-28")] // Christmas, a Friday, moves over the weekend
    [InlineData("2026-11-02T15:30Z", 30, "2026-12-03")] // already 3 November in Seoul
    [InlineData("2026-08-24T01:00Z", 31, "2026-09-28")] // Chuseok from Thursday to Saturday
    public void End_on_a_working_day_in_Seoul(string from, int days, string last) =>
        Assert.Equal(DateOnly.Parse(last, null), Period.OfDays(DateTimeOffset.Parse(from, null), days).LastDay);

    [Fact]
    public void End_with_their_last_day() =>
        Assert.Equal(new DateTimeOffset(2026, 12, 2, 15, 0, 0, TimeSpan.Zero), Period.OfDays(new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero), 30).EndsAt);

    [Fact]
    public void Working_days_are_counted_without_the_first_and_with_the_last()
    {
        Assert.Equal(5, WorkingDays.Between(new(2026, 11, 2), new(2026, 11, 9)));
        Assert.Equal(0, WorkingDays.Between(new(2026, 11, 9), new(2026, 11, 2)));
        Assert.Equal(1, WorkingDays.Between(new(2026, 12, 24), new(2026, 12, 28)));
    }

    [Fact]
    public void Working_days_are_counted_back_over_weekends_and_holidays()
    {
        Assert.Equal(new DateOnly(2026, 12, 24), WorkingDays.Before(new(2026, 12, 28), 1));
        Assert.Equal(new DateOnly(2026, 11, 23), WorkingDays.Before(new(2026, 12, 2), 7));
    }
}
