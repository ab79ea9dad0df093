using System.Globalization;
using LocalDiplomacy.EmbeddedHost.Timers;

namespace LocalDiplomacy.Embedded.Tests.Host;

public sealed class NcrontabScheduleTests
{
    [Theory]
    [InlineData("*/5 * * * * *", "2026-11-22T00:00:01", "2026-11-22T00:00:05")]
    [InlineData("*/5 * * * * *", "2026-11-22T00:00:05", "2026-11-22T00:00:10")]
    [InlineData("0 */5 * * * *", "2026-11-22T00:04:59.9", "2026-11-22T00:05:00")]
    [InlineData("0 0 9 * * 1-5", "2026-11-20T09:00:00", "2026-11-23T09:00:00")]
    [InlineData("0 0 9 * * MON-FRI", "2026-11-21T00:00:00", "2026-11-23T09:00:00")]
    [InlineData("30 59 23 31 12 *", "2026-12-31T23:59:30", "2027-12-31T23:59:30")]
    [InlineData("0 0 0 29 2 *", "2026-01-01T00:00:00", "2028-02-29T00:00:00")]
    [InlineData("0 0 0 1 jan,JUL *", "2026-01-01T00:00:00", "2026-07-01T00:00:00")]
    [InlineData("0 10-20/5,50 * * * *", "2026-01-01T00:20:00", "2026-01-01T00:50:00")]
    [InlineData("0 40/10 * * * *", "2026-01-01T00:50:00", "2026-01-01T01:40:00")]
    [InlineData("0 0 0 13 * 5", "2026-01-01T00:00:00", "2026-02-13T00:00:00")]
    public void The_next_time_is(string schedule, string after, string next) =>
        Assert.Equal(Utc(next), NcrontabSchedule.Parse(schedule).NextAfter(Utc(after)));

    [Fact]
    public void Some_days_never_come() => Assert.Null(NcrontabSchedule.Parse("0 0 0 31 2 *").NextAfter(Utc("2026-01-01T00:00:00")));

    [Theory]
    [InlineData("* * * * *")]
    [InlineData("60 * * * * *")]
    [InlineData("* * 24 * * *")]
    [InlineData("* * * 0 * *")]
    [InlineData("* * * * 13 *")]
    [InlineData("* * * * * 7")]
    [InlineData("5-1 * * * * *")]
    [InlineData("*/0 * * * * *")]
    [InlineData("a * * * * *")]
    [InlineData("1/2/3 * * * * *")]
    [InlineData("1-2-3 * * * * *")]
    [InlineData("-1 * * * * *")]
    public void It_does_not_parse(string schedule) => Assert.Throws<FormatException>(() => NcrontabSchedule.Parse(schedule));

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
