using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Deadlines;

/// <summary>Every day of ten years, computed, against the official calendar.</summary>
public sealed class DayByDay
{
    /// <summary>
    /// What the two may tell differently, and by which rule of that year. There is none: 25 December 2021 and 2022 fell on a
    /// weekend before Christmas had substitute days, 1 May was a holiday of private employers alone until 2026, and both agree.
    /// </summary>
    private static readonly Dictionary<DateOnly, string> Explained = [];

    public static TheoryData<int> Years => [.. Enumerable.Range(OfficialCalendar.FirstYear, OfficialCalendar.LastYear - OfficialCalendar.FirstYear + 1)];

    [Theory]
    [MemberData(nameof(Years))]
    public void The_computed_year_is_the_official_one_by_day_and_by_name(int year)
    {
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            var official = OfficialCalendar.Days.GetValueOrDefault(day, []);
            var computed = PublicHolidays.On(day).Select(holiday => holiday.Name.In(Language.Korean)).ToArray();
            if (!Explained.ContainsKey(day))
                Assert.True(official.Order().SequenceEqual(computed.Order()), $"{day:yyyy-MM-dd}: official [{string.Join(", ", official)}], computed [{string.Join(", ", computed)}]");
            Assert.Equal(official.Length > 0, PublicHolidays.Contains(day) ^ Explained.ContainsKey(day));
        }
    }

    [Theory]
    [InlineData("2018-05-07", true, "Children's Day on a Saturday: substitute since the change of 2013")]
    [InlineData("2019-05-13", false, "Buddha's Birthday on a Sunday: no substitute before the change of 2023")]
    [InlineData("2020-08-17", true, "Liberation Day on a Saturday had no substitute in 2020: the government set the day")]
    [InlineData("2020-10-05", false, "National Foundation Day on a Saturday: no substitute before August 2021")]
    [InlineData("2021-08-16", true, "Liberation Day on a Sunday: the first substitute by the change of August 2021")]
    [InlineData("2021-12-27", false, "Christmas on a Saturday: no substitute before the change of 2023")]
    [InlineData("2022-05-09", false, "Buddha's Birthday on a Sunday: no substitute before the change of 2023")]
    [InlineData("2022-09-12", true, "Chuseok's day after on a Sunday")]
    [InlineData("2022-12-26", false, "Christmas on a Sunday: no substitute before the change of 2023")]
    [InlineData("2023-01-24", true, "Seollal on a Sunday; its Saturday gives nothing")]
    [InlineData("2023-05-29", true, "Buddha's Birthday on a Saturday: the first substitute by the change of May 2023")]
    [InlineData("2023-01-02", false, "New Year's Day on a Sunday never has one")]
    [InlineData("2025-05-06", true, "Children's Day and Buddha's Birthday on one Monday: one substitute")]
    [InlineData("2025-05-07", false, "Children's Day and Buddha's Birthday on one Monday: not two")]
    [InlineData("2025-05-01", false, "Labour Day was no holiday of offices before 2026")]
    [InlineData("2025-07-17", false, "Constitution Day was no holiday from 2008 to 2025")]
    [InlineData("2026-06-08", false, "Memorial Day on a Saturday never has one")]
    [InlineData("2026-09-28", false, "Chuseok's day after on a Saturday gives nothing")]
    [InlineData("2027-05-03", true, "Labour Day on a Saturday")]
    [InlineData("2027-07-19", true, "Constitution Day on a Saturday")]
    [InlineData("2027-12-27", true, "Christmas on a Saturday: the first substitute for it")]
    public void Follows_the_law_in_force_that_year(string day, bool holiday, string why)
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", null);

        Assert.True(PublicHolidays.Contains(date) == holiday, why);
        Assert.True(OfficialCalendar.Days.ContainsKey(date) == holiday, $"The official calendar says otherwise: {why}");
    }
}
