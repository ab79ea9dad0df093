using System.Globalization;
using System.Text.RegularExpressions;

namespace LocalDiplomacy.Workflows.Tests.Deadlines;

/// <summary>
/// The official calendar of 2018 to 2027 (월력요항 and the gazette), as the npm package @hyunbinseo/holidays-kr has it: test data
/// from another hand than the computation that it is held against.
/// </summary>
internal static partial class OfficialCalendar
{
    public const int FirstYear = 2018;
    public const int LastYear = 2027;
    private const string Package = "node_modules/@hyunbinseo/holidays-kr/dist";

    public static IReadOnlyDictionary<DateOnly, string[]> Days { get; } = Read();

    private static Dictionary<DateOnly, string[]> Read()
    {
        var days = Directory.EnumerateFiles(Folder(), "20??-*.js").SelectMany(file => Line().Matches(File.ReadAllText(file))).ToDictionary(
            line => DateOnly.ParseExact(line.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            line => Quoted().Matches(line.Groups["names"].Value).Select(name => name.Groups[1].Value).ToArray());
        foreach (var year in Enumerable.Range(FirstYear, LastYear - FirstYear + 1))
            if (days.Keys.Count(day => day.Year == year) < 15)
                throw new InvalidDataException($"{Package} has no {year}, or has another form than this test reads.");
        return days;
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, Package))) return Path.Combine(folder.FullName, Package);
        throw new DirectoryNotFoundException($"{Package} is missing. Run \"npm ci --ignore-scripts\" in the folder of package.json, then the tests again.");
    }

    [GeneratedRegex("""^\s*"(?<day>\d{4}-\d\d-\d\d)": \[(?<names>.*)\]""", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();
}
