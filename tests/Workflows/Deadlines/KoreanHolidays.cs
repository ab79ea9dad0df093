using LocalDiplomacy.Workflows.Deadlines;

namespace LocalDiplomacy.Workflows.Tests.Deadlines;

public sealed class KoreanHolidays
{
    [Fact]
    public void Of_2026_with_their_substitutes() => Assert.Equal(
        [
            "01-01", "02-16", "02-17", "02-18", "03-01", "03-02", "05-01", "05-05", "05-24", "05-25", "06-06", "07-17", "08-15", "08-17",
            "09-24", "09-25", "09-26", "10-03", "10-05", "10-09", "12-25",
        ], Of(2026));

    [Fact]
    public void Of_2027_with_their_substitutes() => Assert.Equal(
        [
            "01-01", "02-06", "02-07", "02-08", "02-09", "03-01", "05-01", "05-03", "05-05", "05-13", "06-06", "07-17", "07-19", "08-15", "08-16",
            "09-14", "09-15", "09-16", "10-03", "10-04", "10-09", "10-11", "12-25", "12-27",
        ], Of(2027));

    [Theory]
    [InlineData(2026, "02-17", "05-24", "09-25")]
    [InlineData(2027, "02-07", "05-13", "09-15")]
    [InlineData(2028, "01-27", "05-02", "10-03")]
    public void Lunar_days(int year, string seollal, string buddha, string chuseok) =>
        Assert.Subset(Of(year).ToHashSet(), new HashSet<string> { seollal, buddha, chuseok });

    [Fact]
    public void Two_that_fall_together_give_one_substitute_day()
    {
        // In 2028 Chuseok is on 3 October, National Foundation Day: 2, 3 and 4 October, and 5 October instead.
        Assert.Contains("10-05", Of(2028));
        Assert.DoesNotContain("10-06", Of(2028));
    }

    [Fact]
    public void Labour_day_and_Constitution_day_only_since_2026()
    {
        Assert.DoesNotContain("05-01", Of(2025));
        Assert.DoesNotContain("07-17", Of(2025));
    }

    private static IEnumerable<string> Of(int year) => PublicHolidays.OfYear(year).Order().Select(day => $"{day:MM-dd}");
}
