using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Tests.Wording;

public sealed class DatesAndDeadlines
{
    private static readonly DateOnly friday = new(2026, 12, 11);
    private static readonly Deadline deadline = new(SeoulTime.EndOf(friday), friday);

    [Theory]
    [InlineData("ko", "2026. 11. 21.")]
    [InlineData("en", "21 November 2026")]
    [InlineData("fr", "21 novembre 2026")]
    [InlineData("es", "21 de noviembre de 2026")]
    public void Are_written_as_each_language_writes_them(string language, string written) =>
        Assert.Equal(written, Dates.Long(new(2026, 11, 21), new(language)));

    [Fact]
    public void Count_the_first_of_a_French_month() => Assert.Equal("1er mai 2027", Dates.Long(new(2027, 5, 1), Language.French));

    [Fact]
    public void Tell_a_moment_in_Seoul() =>
        Assert.Equal("12 November 2026, 00:30 (Seoul)", Dates.Moment(new(2026, 11, 11, 15, 30, 0, TimeSpan.Zero), Language.English));

    [Theory]
    [InlineData("en", "Friday 11 December 2026, 24:00 in Seoul (16:00 in Libreville)")]
    [InlineData("fr", "vendredi 11 décembre 2026, 24:00 à Séoul (16:00 à Libreville)")]
    [InlineData("es", "viernes 11 de diciembre de 2026, 24:00 en Seúl (16:00 en Libreville)")]
    [InlineData("ko", "2026. 12. 11.(금) 서울 24:00 (가봉 16:00)")]
    public void Tell_a_deadline_in_both_zones(string language, string written) =>
        Assert.Equal(written, DeadlineWords.Until(deadline, SampleCase.Mission, new(language)));

    [Fact]
    public void Name_the_day_where_it_is_another_one_in_the_capital() => Assert.Equal(
        "Friday 11 December 2026, 24:00 in Seoul (12 December, 04:00 in Auckland)",
        DeadlineWords.Until(deadline, SampleCase.Mission with { TimeZone = "Pacific/Auckland" }, Language.English));

    [Theory]
    [InlineData(null)]
    [InlineData("Nowhere/At_All")]
    public void Stand_in_Seoul_alone_where_the_capitals_zone_is_not_known(string? zone) => Assert.Equal(
        "Friday 11 December 2026, 24:00 in Seoul",
        DeadlineWords.Until(deadline, SampleCase.Mission with { TimeZone = zone }, Language.English));

    [Theory]
    [InlineData("2026-12-04T03:00Z", Nearness.InTime, "5 working days left")]
    [InlineData("2026-12-08T03:00Z", Nearness.Soon, "3 working days left")]
    [InlineData("2026-12-10T03:00Z", Nearness.Soon, "1 working day left")]
    [InlineData("2026-12-11T14:59Z", Nearness.Today, "today is the last day")]
    [InlineData("2026-12-11T15:00Z", Nearness.Overdue, "0 working days late")]
    [InlineData("2026-12-14T03:00Z", Nearness.Overdue, "1 working day late")]
    public void Say_how_near_a_deadline_is(string now, Nearness nearness, string left)
    {
        var at = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(nearness, DeadlineWords.NearnessOf(deadline, at));
        Assert.Equal(left, DeadlineWords.Left(deadline, at, Language.English));
    }
}
