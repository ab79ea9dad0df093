using System.Text;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Deadlines;

/// <summary>data/holidays.csv: what it holds, and what is said of a line that is wrong.</summary>
public sealed class HolidayLines
{
    private const string Head = "date,kind,name_ko,name_en,name_fr,name_es,legal_basis\n";

    [Fact]
    public void Of_the_program_are_weekdays_with_a_name_in_every_language_and_a_legal_basis() => Assert.All(HolidayFile.Days, holiday =>
    {
        Assert.True(holiday.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday), $"{holiday.Day:yyyy-MM-dd}");
        Assert.Equal(4, holiday.Name.ByLanguage.Count);
        Assert.NotEmpty(holiday.LegalBasis);
    });

    [Fact]
    public void Polling_days_at_the_end_of_a_term_are_Wednesdays() =>
        Assert.All(HolidayFile.Days.Where(day => day.Kind is HolidayKind.Election), day => Assert.Equal(DayOfWeek.Wednesday, day.Day.DayOfWeek));

    [Theory]
    [InlineData("2028-4-12,election,가,a,b,c,법", "line 2: \"date\" must be a day as 2028-04-12")]
    [InlineData("2028-02-30,election,가,a,b,c,법", "\"date\"")]
    [InlineData("2028-04-12,vote,가,a,b,c,법", "\"kind\" must be \"election\" or \"appointed\"")]
    [InlineData("2028-04-12,election,가,a,,c,법", "\"name_fr\" must be a text")]
    [InlineData("2028-04-12,election,가,a,b,c,", "\"legal_basis\" must be a text")]
    [InlineData("2028-04-12,election,가,a,b,c,법\n2028-04-12,appointed,나,a,b,c,법", "2028-04-12 twice")]
    public void That_are_wrong_are_refused_with_what_is_wrong(string lines, string said) =>
        Assert.Contains(said, Assert.Throws<InvalidDataException>(() => Read(lines)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_new_line_makes_a_holiday_of_its_year_and_pushes_a_substitute_day_on()
    {
        var set = Read("2027-05-03,appointed,임시공휴일,a,b,c,법");
        var year = PublicHolidays.Compute(2027, set).Where(holiday => holiday.Day.Month == 5).Select(h => $"{h.Day:MM-dd} {h.Name.In(Language.Korean)}");

        Assert.Equal(["05-01 노동절", "05-03 임시공휴일", "05-04 대체공휴일(노동절)", "05-05 어린이날", "05-13 부처님 오신 날"], year);
    }

    private static IReadOnlyList<Holiday> Read(string lines) => HolidayFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(Head + lines)));
}
