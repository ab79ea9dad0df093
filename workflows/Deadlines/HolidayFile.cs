using System.Globalization;
using System.Reflection;
using CsvHelper;

namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>data/holidays.csv, which travels inside the program: elections and days that the government sets.</summary>
internal static class HolidayFile
{
    private const string Name = "holidays.csv";

    public static IReadOnlyList<Holiday> Days { get; } = ReadOwn();

    /// <exception cref="InvalidDataException">A line that is not a holiday: the line, the column and the remedy.</exception>
    public static IReadOnlyList<Holiday> Read(Stream stream)
    {
        using var csv = CsvReader.Create(stream, new CsvReaderOptions());
        var holidays = new List<Holiday>();
        while (csv.Read()) holidays.Add(HolidayIn(csv));
        if (holidays.GroupBy(holiday => holiday.Day).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
            throw new InvalidDataException($"{Name} has {twice.Key:yyyy-MM-dd} twice. Leave one line for each day.");
        return holidays;
    }

    private static IReadOnlyList<Holiday> ReadOwn()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Name) ?? throw new FileNotFoundException($"{Name} is not in the program.");
        return Read(stream);
    }

    private static Holiday HolidayIn(CsvReader row) => new(
        DayIn(row), HolidayLaw.Named(Text(row, "name_ko"), Text(row, "name_en"), Text(row, "name_fr"), Text(row, "name_es")), KindIn(row), Text(row, "legal_basis"));

    private static DateOnly DayIn(CsvReader row) =>
        DateOnly.TryParseExact(Text(row, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : throw Wrong(row, "date", "a day as 2028-04-12");

    private static HolidayKind KindIn(CsvReader row) => Text(row, "kind") switch
    {
        "election" => HolidayKind.Election,
        "appointed" => HolidayKind.Appointed,
        _ => throw Wrong(row, "kind", "\"election\" or \"appointed\""),
    };

    private static string Text(CsvReader row, string column) =>
        row.GetString(column) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : throw Wrong(row, column, "a text");

    private static InvalidDataException Wrong(CsvReader row, string column, string remedy) =>
        // Rows are counted without the line of names.
        new($"{Name}, line {row.RowNumber + 1}: \"{column}\" must be {remedy}.");
}
