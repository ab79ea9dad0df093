using System.Globalization;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>Local governments as a file, one a line.</summary>
internal static class LocalGovernmentSheet
{
    private static readonly string[] Required = ["id", "level", "parent", "type", "name_ko", "name_en"];

    /// <summary>Missing ones leave what stands there as it is.</summary>
    private static readonly string[] Optional = ["valid_from", "valid_to", "successors", "version"];

    public static readonly IReadOnlyList<string> Columns = [.. Required, .. Optional];

    public static byte[] Write(IEnumerable<Standing<LocalGovernment>> rows) => CsvSheet.Write(Columns, rows.Select(CellsOf));

    /// <summary>In the order of the columns.</summary>
    public static IReadOnlyList<string?> CellsOf(Standing<LocalGovernment> standing)
    {
        var form = LocalGovernmentForm.Of(standing.Row);
        return
        [
            form.Id, standing.Row.Level.ToString(CultureInfo.InvariantCulture), form.Parent, form.Type, form.Name!.GetValueOrDefault("ko"), form.Name!.GetValueOrDefault("en"),
            form.ValidFrom, form.ValidTo, string.Join(' ', form.Successors!), standing.Version.ToString(CultureInfo.InvariantCulture),
        ];
    }

    /// <param name="there">The rows that stand there: a line refers to them, or changes them.</param>
    public static SheetRead<LocalGovernment> Read(string text, IEnumerable<LocalGovernment> there)
    {
        var before = there.ToDictionary(row => row.Id.Value, StringComparer.Ordinal);
        var (lines, problems) = CsvSheet.Read(text, Required, Optional);
        var sheet = new SheetReading<LocalGovernment>(problems);
        foreach (var line in lines)
        {
            var reading = new RowReading();
            sheet.Add(line, FormOf(line, before.GetValueOrDefault(line["id"]!), reading).Read(reading), reading);
        }

        sheet.TellDuplicates(lines.Select(line => (line, line["id"]!)));
        CheckTogether(sheet, lines, before);
        return sheet.Result;
    }

    private static void CheckTogether(SheetReading<LocalGovernment> sheet, List<CsvLine> lines, Dictionary<string, LocalGovernment> before)
    {
        var all = new Dictionary<string, LocalGovernment>(before, StringComparer.Ordinal);
        foreach (var line in sheet.Lines) all[line.Row.Id.Value] = line.Row;
        foreach (var (line, read) in lines.Zip(sheet.Lines).Where(pair => !sheet.HasProblem(pair.First)).ToList())
        {
            var reading = new RowReading();
            LocalGovernmentRules.Check(read.Row, before.GetValueOrDefault(read.Row.Id.Value), all, reading);
            sheet.Tell(line, reading);
        }
    }

    private static LocalGovernmentForm FormOf(CsvLine line, LocalGovernment? before, RowReading reading)
    {
        var (level, stands) = (line["level"]!, before is null ? null : LocalGovernmentForm.Of(before));
        var isNumber = int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (level.Length > 0 && !isNumber) reading.Add("level", FieldFault.Malformed);
        return new(
            line["id"], isNumber ? number : null, line["parent"], line["type"], new() { ["ko"] = line["name_ko"]!, ["en"] = line["name_en"]! },
            line["valid_from"] ?? stands?.ValidFrom, line["valid_to"] ?? stands?.ValidTo, line.Several("successors") ?? stands?.Successors);
    }
}
