using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Deadlines;

public sealed class KoreanHolidays
{
    [Fact]
    public void Of_2026_with_their_substitutes() => Assert.Equal(
        [
            "01-01", "02-16", "02-17", "02-18", "03-01", "03-02", "05-01", "05-05", "05-24", "05-25", "06-03", "06-06", "07-17", "08-15", "08-17",
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

    [Fact]
    public void On_one_day_can_be_two_and_their_substitute_day_says_whose_it_is()
    {
        Assert.Equal(["Children's Day", "Buddha's Birthday"], NamesOn(new(2025, 5, 5)));
        Assert.Equal(["Substitute holiday (Buddha's Birthday)"], NamesOn(new(2025, 5, 6)));
        Assert.Equal(["Substitute holiday (Chuseok)"], NamesOn(new(2028, 10, 5)));
        Assert.Equal("관공서의 공휴일에 관한 규정 제3조(2023. 5. 4. 개정)", Assert.Single(PublicHolidays.On(new(2025, 5, 6))).LegalBasis);
    }

    [Fact]
    public void A_festival_that_meets_a_national_day_had_its_substitute_before_the_national_days_had_theirs()
    {
        // Chuseok's eve was on 3 October 2017, National Foundation Day.
        Assert.Equal(["Substitute holiday (Chuseok)"], NamesOn(new(2017, 10, 6)));
        Assert.True(WorkingDays.IsWorkingDay(new(2017, 10, 10)));
    }

    [Fact]
    public void Are_never_given_a_weekend_as_a_substitute_day_and_never_two_on_one_day() => Assert.All(
        Enumerable.Range(PublicHolidays.FirstYear, PublicHolidays.LastYear - PublicHolidays.FirstYear + 1), year =>
        {
            var substitutes = PublicHolidays.InYear(year).Where(holiday => holiday.Kind is HolidayKind.Substitute).ToList();
            Assert.All(substitutes, day => Assert.True(day.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)));
            Assert.All(substitutes, day => Assert.Single(PublicHolidays.On(day.Day)));
        });

    [Fact]
    public void Beyond_the_lunar_calendar_are_those_of_the_sun_alone()
    {
        Assert.Equal(2050, PublicHolidays.LastYear);
        Assert.Contains("12-25", Of(2056));
        Assert.Equal(10, PublicHolidays.InYear(2056).Count(holiday => holiday.Kind is HolidayKind.Statutory));
    }

    [Fact]
    public void Have_a_name_in_every_language() =>
        Assert.All(PublicHolidays.InYear(2027), holiday => Assert.Equal(4, holiday.Name.ByLanguage.Values.Count(name => name.Length > 0)));

    private static IEnumerable<string> NamesOn(DateOnly day) => PublicHolidays.On(day).Select(holiday => holiday.Name.In(Language.English));

    private static IEnumerable<string> Of(int year) => PublicHolidays.OfYear(year).Order().Select(day => $"{day:MM-dd}");
}
