using System.Globalization;
using System.Reflection;
using CsvHelper;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>A file of data/ with a day a line, which travels inside the program. A wrong line is refused by line, column and remedy.</summary>
internal static class DayFile
{
    /// <exception cref="FileNotFoundException">The file is not in the program.</exception>
    public static IReadOnlyList<T> ReadOwn<T>(string name, Func<DayLine, T> read)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new FileNotFoundException($"{name} is not in the program.");
        return Read(name, stream, read);
    }

    /// <exception cref="InvalidDataException">A line that cannot be read.</exception>
    public static IReadOnlyList<T> Read<T>(string name, Stream stream, Func<DayLine, T> read)
    {
        using var csv = CsvReader.Create(stream, new CsvReaderOptions());
        var rows = new List<T>();
        while (csv.Read()) rows.Add(read(new(name, csv)));
        return rows;
    }
}

/// <summary>One line of a file of days.</summary>
internal readonly struct DayLine(string file, CsvReader row)
{
    public DateOnly Day =>
        DateOnly.TryParseExact(Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : throw Wrong("date", "a day as 2028-04-12");

    public LocalizedText Name => HolidayLaw.Named(Text("name_ko"), Text("name_en"), Text("name_fr"), Text("name_es"));

    public string Text(string column) =>
        row.GetString(column) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : throw Wrong(column, "a text");

    // Rows are counted without the line of names.
    public InvalidDataException Wrong(string column, string remedy) => new($"{file}, line {row.RowNumber + 1}: \"{column}\" must be {remedy}.");
}
