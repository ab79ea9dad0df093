using System.Globalization;
using System.Reflection;
using System.Text;
using CsvHelper;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>The files of data/, which travel inside the program. They have the form of an export, and are read as an import is.</summary>
internal static class ReferenceFiles
{
    /// <summary>What these files know. A program with a newer edition adds what a store lacks, and changes nothing that is there.</summary>
    public const string Edition = "2026-11";

    public static IReadOnlyList<LocalGovernment> LocalGovernments() => Sound("local-governments.csv", text => LocalGovernmentSheet.Read(text, []));

    public static IReadOnlyList<Mission> Missions() => Sound("missions.csv", text => MissionSheet.Read(text, []));

    public static IReadOnlyList<AdministrativeUnit> AdministrativeUnits()
    {
        using var csv = CsvReader.Create(new StringReader(TextOf("administrative-units.csv")), new CsvReaderOptions());
        var units = new List<AdministrativeUnit>();
        while (csv.Read())
            units.Add(new(
                new(csv.GetString("province")), new(csv.GetString("part_of")),
                LocalizedText.Of((Language.Korean, csv.GetString("name_ko")), (Language.English, csv.GetString("name_en")))));
        return units;
    }

    public static IReadOnlyList<Country> Countries()
    {
        using var csv = CsvReader.Create(new StringReader(TextOf("countries.csv")), new CsvReaderOptions());
        var countries = new List<Country>();
        while (csv.Read())
            countries.Add(new(
                csv.GetString("code"),
                LocalizedText.Of(
                    (Language.Korean, csv.GetString("name_ko")), (Language.English, csv.GetString("name_en")),
                    (Language.French, csv.GetString("name_fr")), (Language.Spanish, csv.GetString("name_es"))),
                csv.GetString("column") is { Length: > 0 } column ? new(Number(column), Number(csv.GetString("row"))) : null));
        return countries;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static IReadOnlyList<TRow> Sound<TRow>(string file, Func<string, SheetRead<TRow>> read)
    {
        var sheet = read(TextOf(file));
        return sheet.Problems is [var first, ..]
            ? throw new InvalidDataException($"{file}, line {first.Line}, {first.Column}: {first.Fault}.")
            : [.. sheet.Lines.Select(line => line.Row)];
    }

    private static string TextOf(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file) ?? throw new FileNotFoundException($"{file} is not in the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
