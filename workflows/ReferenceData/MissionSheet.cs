using System.Globalization;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>Missions as a file, one a line. The address is shown in it and cannot be changed by it.</summary>
internal static class MissionSheet
{
    private static readonly string[] Required =
        ["id", .. Language.OfPages.Select(language => $"country_{language.Code}"), .. Language.OfPages.Select(language => $"name_{language.Code}"), "region", "language"];

    /// <summary>Missing ones leave what stands there as it is.</summary>
    private static readonly string[] Optional = ["time_zone", "closed_days", "valid_from", "valid_to", "contact", "version"];

    public static readonly IReadOnlyList<string> Columns = [.. Required, .. Optional];

    public static byte[] Write(IEnumerable<Standing<Mission>> rows) => CsvSheet.Write(Columns, rows.Select(CellsOf));

    /// <summary>In the order of the columns.</summary>
    public static IReadOnlyList<string?> CellsOf(Standing<Mission> standing)
    {
        var form = MissionForm.Of(standing.Row);
        return
        [
            form.Id, .. Language.OfPages.Select(language => form.Country!.GetValueOrDefault(language.Code)),
            .. Language.OfPages.Select(language => form.Name!.GetValueOrDefault(language.Code)), form.Region, form.Language,
            form.TimeZone, string.Join(' ', form.ClosedDays!), form.ValidFrom, form.ValidTo, standing.Row.Contact?.Value,
            standing.Version.ToString(CultureInfo.InvariantCulture),
        ];
    }

    public static SheetRead<Mission> Read(string text, IEnumerable<Mission> there)
    {
        var before = there.ToDictionary(row => row.Id.Value, StringComparer.Ordinal);
        var (lines, problems) = CsvSheet.Read(text, Required, Optional);
        var sheet = new SheetReading<Mission>(problems);
        foreach (var line in lines)
        {
            var (reading, stands) = (new RowReading(), before.GetValueOrDefault(line["id"]!));
            var row = FormOf(line, stands).Read(stands, reading);
            // Nobody alone may turn an embassy's mail elsewhere, and a file has one author.
            if (line["contact"] is { } contact && new EmailAddress(contact) != (stands?.Contact ?? new EmailAddress(""))) reading.Add("contact", FieldFault.NeedsSecondAdministrator);
            sheet.Add(line, row, reading);
        }

        sheet.TellDuplicates(lines.Select(line => (line, line["id"]!)));
        return sheet.Result;
    }

    private static MissionForm FormOf(CsvLine line, Mission? before)
    {
        var stands = before is null ? null : MissionForm.Of(before);
        return new(
            line["id"], InEach(line, "country"), InEach(line, "name"), line["region"], line["language"], line["time_zone"] ?? stands?.TimeZone,
            line.Several("closed_days") ?? stands?.ClosedDays, line["valid_from"] ?? stands?.ValidFrom, line["valid_to"] ?? stands?.ValidTo);
    }

    private static Dictionary<string, string> InEach(CsvLine line, string column) =>
        Language.OfPages.ToDictionary(language => language.Code, language => line[$"{column}_{language.Code}"]!);
}
