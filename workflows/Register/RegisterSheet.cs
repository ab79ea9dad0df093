using System.Globalization;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>A tie as a line of a file: what the columns are, and how a line is read.</summary>
internal sealed class RegisterSheet(RegisterPlaces places, DateOnly today)
{
    public DateOnly Today => today;

    public static readonly IReadOnlyList<string> Required = ["kind", "place", "counterparty", "country", "date"];

    public static readonly IReadOnlyList<string> Optional = ["fields", "counterparty_ko", "counterparty_place", "title_ko", "title_en", "until", "status", "reference", "number"];

    /// <summary>Korea's local governments conclude nothing before there is a Korea that is free to.</summary>
    private static readonly DateOnly Earliest = new(1945, 8, 15);

    /// <summary>The cells of an entry, by the columns that are read.</summary>
    public static IReadOnlyDictionary<string, string> CellsOf(RegisterEntry entry) =>
        new Dictionary<string, string>(CellsOf(entry.Tie), StringComparer.Ordinal) { ["number"] = entry.Number.Value };

    public static IReadOnlyDictionary<string, string> CellsOf(RegisteredTie tie)
    {
        var name = tie.Counterparty.Name;
        var isNamedInKoreanAlone = name.ByLanguage.Keys.All(language => language == Language.Korean);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kind"] = tie.Kind.ToString(),
            ["place"] = tie.Office.Value,
            ["counterparty"] = name.In(Language.English),
            ["country"] = tie.Counterparty.Country,
            ["date"] = Said(tie.SignedOn),
            ["fields"] = string.Join(";", tie.Fields),
            ["counterparty_ko"] = isNamedInKoreanAlone ? "" : name.ByLanguage.GetValueOrDefault(Language.Korean, ""),
            ["counterparty_place"] = tie.Counterparty.Place.In(Language.English),
            ["title_ko"] = tie.Title.ByLanguage.GetValueOrDefault(Language.Korean, ""),
            ["title_en"] = tie.Title.ByLanguage.GetValueOrDefault(Language.English, ""),
            ["until"] = tie.To is { } to ? Said(to) : "",
            ["status"] = tie.Status.ToString(),
            ["reference"] = tie.Reference ?? "",
        };
    }

    /// <summary>What is wrong is added to the reading, by column.</summary>
    public RegisteredTie Read(IReadOnlyDictionary<string, string> cells, RowReading reading)
    {
        string Cell(string column) => cells.GetValueOrDefault(column)?.Trim() ?? "";
        string Text(string column, bool required = false) => reading.Text(column, Unquoted(Cell(column)), required);
        var signed = Day(Cell("date"), "date", reading, required: true);
        var office = OfficeIn(Cell("place"), signed, reading);
        var country = CountryIn(Cell("country"), reading);
        var until = Day(Cell("until"), "until", reading);
        if (until < signed) reading.Add("until", FieldFault.EndsBeforeStart);
        var reference = Text("reference");
        return new(
            null, Texts((Language.Korean, Text("title_ko")), (Language.English, Text("title_en"))), office?.Id ?? default, office?.Name ?? LocalizedText.Empty,
            new(NameOf(Text("counterparty", required: true), Text("counterparty_ko")), country ?? "", Texts(InItsScript(Text("counterparty_place")))), [],
            KindIn(Cell("kind"), reading), FieldsIn(Cell("fields"), reading), country is null ? null : places.RegionOf(country),
            signed ?? default, signed, until, StatusIn(Cell("status"), until, reading), RegisteredDecisions.Unknown, [], [], [], null, null, reference.Length == 0 ? null : reference);
    }

    /// <summary>An export writes an apostrophe before what a spreadsheet would take for a formula.</summary>
    private static string Unquoted(string cell) => cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;

    private LocalGovernment? OfficeIn(string said, DateOnly? on, RowReading reading)
    {
        if (said.Length == 0)
        {
            reading.Add("place", FieldFault.Missing);
            return null;
        }

        var (found, fault) = places.Government(said, on);
        if (fault is { } wrong) reading.Add("place", wrong);
        return found;
    }

    private string? CountryIn(string said, RowReading reading)
    {
        var code = said.Length == 0 ? null : places.Country(said);
        if (code is null) reading.Add("country", said.Length == 0 ? FieldFault.Missing : FieldFault.Unknown);
        return code;
    }

    private static MouKind KindIn(string said, RowReading reading)
    {
        var kind = RegisterWords.Kind(said);
        if (kind is null) reading.Add("kind", said.Length == 0 ? FieldFault.Missing : FieldFault.Unknown);
        return kind ?? default;
    }

    private static List<CooperationField> FieldsIn(string said, RowReading reading)
    {
        var fields = said.Split([';', ',', '/', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(RegisterWords.Field).ToList();
        if (fields.Contains(null)) reading.Add("fields", FieldFault.Unknown);
        return [.. fields.OfType<CooperationField>().Distinct().Order()];
    }

    private RegisterStatus StatusIn(string said, DateOnly? until, RowReading reading) =>
        said.Length > 0 ? reading.Named<RegisterStatus>("status", said) : until < today ? RegisterStatus.Expired : RegisterStatus.InEffect;

    /// <summary>"2026-11-21", and as Korean lists and spreadsheets write it: "2026. 11. 21.", "2026/11/21".</summary>
    private DateOnly? Day(string said, string column, RowReading reading, bool required = false)
    {
        if (said.Length == 0)
        {
            if (required) reading.Add(column, FieldFault.Missing);
            return null;
        }

        var plain = said.Replace(" ", "", StringComparison.Ordinal).TrimEnd('.').Replace('.', '-').Replace('/', '-');
        if (!DateOnly.TryParseExact(plain, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) reading.Add(column, FieldFault.Malformed);
        else if (day < Earliest || (required && day > today)) reading.Add(column, FieldFault.DayNotPossible);
        else return day;
        return null;
    }

    private static LocalizedText NameOf(string name, string korean) => Texts(InItsScript(name), (Language.Korean, korean));

    private static (Language, string) InItsScript(string name) => (name.Any(letter => letter is >= '가' and <= '힣') ? Language.Korean : Language.English, name);

    private static LocalizedText Texts(params (Language Language, string Text)[] texts) =>
        LocalizedText.Of([.. texts.Where(text => text.Text.Length > 0).DistinctBy(text => text.Language)]);

    private static string Said(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
