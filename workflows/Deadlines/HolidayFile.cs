namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>data/holidays.csv: elections and days that the government sets.</summary>
internal static class HolidayFile
{
    private const string Name = "holidays.csv";

    public static IReadOnlyList<Holiday> Days { get; } = Once(DayFile.ReadOwn(Name, HolidayIn));

    /// <exception cref="InvalidDataException">A line that is not a holiday, or a day that is there twice.</exception>
    public static IReadOnlyList<Holiday> Read(Stream stream) => Once(DayFile.Read(Name, stream, HolidayIn));

    private static Holiday HolidayIn(DayLine line) => new(line.Day, line.Name, KindIn(line), line.Text("legal_basis"));

    private static HolidayKind KindIn(DayLine line) => line.Text("kind") switch
    {
        "election" => HolidayKind.Election,
        "appointed" => HolidayKind.Appointed,
        _ => throw line.Wrong("kind", "\"election\" or \"appointed\""),
    };

    private static IReadOnlyList<Holiday> Once(IReadOnlyList<Holiday> holidays) =>
        holidays.GroupBy(holiday => holiday.Day).FirstOrDefault(same => same.Skip(1).Any()) is { } twice
            ? throw new InvalidDataException($"{Name} has {twice.Key:yyyy-MM-dd} twice. Leave one line for each day.")
            : holidays;
}
