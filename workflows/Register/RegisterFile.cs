using System.Globalization;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>
/// Ties as a CSV file in UTF-8 with a byte order mark. The columns that an import reads come first, so that a line can be
/// mended and sent back as a correction; the others are for reading.
/// </summary>
public static class RegisterFile
{
    /// <summary>What an import must have.</summary>
    public static IReadOnlyList<string> RequiredColumns => RegisterSheet.Required;

    /// <summary>What an import may have.</summary>
    public static IReadOnlyList<string> OptionalColumns => RegisterSheet.Optional;

    internal static readonly IReadOnlyList<string> ForReading =
        ["place_ko", "place_en", "successor_ko", "country_en", "region", "in_effect_from", "council", "central_review", "languages", "text_sha256", "chain_head", "entries", "entered_at"];

    internal static readonly List<string> Columns = [.. RegisterSheet.Required, .. RegisterSheet.Optional, .. ForReading];

    public static byte[] Write(RegisterView view, IEnumerable<RegisterEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(view);
        return CsvSheet.Write(Columns, entries.Select(entry => Line(view, entry)));
    }

    private static List<string?> Line(RegisterView view, RegisterEntry entry)
    {
        var (tie, cells) = (entry.Tie, new Dictionary<string, string?>(StringComparer.Ordinal));
        foreach (var (column, cell) in RegisterSheet.CellsOf(entry)) cells[column] = cell;
        cells["place_ko"] = tie.OfficeName.In(Language.Korean);
        cells["place_en"] = tie.OfficeName.In(Language.English);
        cells["successor_ko"] = string.Join(" ", view.SuccessorsOf(tie.Office).Select(government => government.Name.In(Language.Korean)));
        cells["country_en"] = view.CountryOf(tie.Counterparty.Country).In(Language.English);
        cells["region"] = tie.Region;
        cells["in_effect_from"] = tie.From?.ToString("O", CultureInfo.InvariantCulture);
        cells["council"] = tie.Decisions.Council;
        cells["central_review"] = tie.Decisions.Central?.ToString();
        cells["languages"] = string.Join(" ", tie.Languages.Select(language => language.Code));
        cells["text_sha256"] = tie.Text?.Value;
        cells["chain_head"] = tie.ChainHead;
        cells["entries"] = entry.Place.ToString(CultureInfo.InvariantCulture);
        cells["entered_at"] = entry.EnteredAt.ToString("O", CultureInfo.InvariantCulture);
        return [.. Columns.Select(column => Plain(cells.GetValueOrDefault(column)))];
    }

    /// <summary>A spreadsheet takes what begins so for a formula.</summary>
    private static string? Plain(string? cell) => cell is ['=' or '+' or '-' or '@', ..] ? "'" + cell : cell;
}
