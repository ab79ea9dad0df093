using System.Globalization;
using System.Reflection;
using CsvHelper;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>The files of data/, which travel inside the program.</summary>
internal static class ReferenceFiles
{
    public static IReadOnlyList<LocalGovernment> LocalGovernments() => Read("local-governments.csv", LocalGovernmentIn);

    public static IReadOnlyList<Mission> Missions() => Read("missions.csv", MissionIn);

    private static LocalGovernment LocalGovernmentIn(CsvReader row)
    {
        var (level, province, name) = (int.Parse(Text(row, "level"), CultureInfo.InvariantCulture), Text(row, "sido_code"), Text(row, "name_ko"));
        return new(
            new LocalGovernmentId(level == 1 ? province : $"{province}-{name}"), level,
            LocalizedText.Of((Language.Korean, name), (Language.English, Text(row, "name_en"))),
            Day(row, "valid_from"), Day(row, "valid_to"));
    }

    private static Mission MissionIn(CsvReader row) => new(
        new MissionId(Text(row, "id")), InEveryLanguage(row, "country"), InEveryLanguage(row, "mission"), Text(row, "region"),
        Contact: null, new Language(Text(row, "language")), Text(row, "time_zone"));

    private static LocalizedText InEveryLanguage(CsvReader row, string column) =>
        LocalizedText.Of([.. Language.OfPages.Select(language => (language, Text(row, $"{column}_{language.Code}")))]);

    private static string Text(CsvReader row, string column) =>
        row.GetString(column) is { Length: > 0 } text ? text : throw new InvalidDataException($"Row {row.RowNumber} has no {column}.");

    private static DateOnly? Day(CsvReader row, string column) =>
        row.GetString(column) is { Length: > 0 } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static List<T> Read<T>(string file, Func<CsvReader, T> read)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file) ?? throw new FileNotFoundException($"{file} is not in the program.");
        using var csv = CsvReader.Create(stream, new CsvReaderOptions());
        var rows = new List<T>();
        while (csv.Read()) rows.Add(read(csv));
        return rows;
    }
}
