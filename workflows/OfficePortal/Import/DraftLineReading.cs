using System.Globalization;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Workflows.OfficePortal.Import;

/// <summary>Reads lines of a file as people write them: kinds, fields and countries by what they are called, days as a spreadsheet shows them.</summary>
internal sealed class DraftLineReading(RegisterPlaces places, IReadOnlyList<Mission> missions, List<SheetProblem> problems)
{
    private static readonly char[] Between = [';', ',', '/', '|'];

    public DraftForm Read(CsvLine line)
    {
        var country = Named(line, "country", places.Country);
        return new(
            Named(line, "kind", said => RegisterWords.Kind(said)?.ToString()),
            Texts((Language.Korean, Cell(line, "title_ko")), (Language.English, Cell(line, "title_en"))),
            new(NameOf(line), country, Texts(InItsScript(Cell(line, "place")))),
            MissionOf(line, country), FieldsOf(line), LanguagesOf(line), Cell(line, "prevailing")?.ToLowerInvariant(), null,
            Term: TermOf(line), Budget: BudgetOf(line), Signing: Day(line, "signing_on") is { } on ? new(on, null, null) : null);
    }

    private static string? Cell(CsvLine line, string column) => line[column] is not { Length: > 0 } cell ? null
        // A spreadsheet takes what begins so for a formula, unless an apostrophe stands before it.
        : cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;

    private string? Named(CsvLine line, string column, Func<string, string?> read)
    {
        if (Cell(line, column) is not { } said) return null;
        var found = read(said);
        if (found is null) Add(line, column, FieldFault.Unknown);
        return found;
    }

    private static Dictionary<string, string> NameOf(CsvLine line) =>
        Texts((Language.Korean, Cell(line, "counterparty_ko")), InItsScript(Cell(line, "counterparty")));

    /// <summary>None named: the mission of the counterparty's country.</summary>
    private string? MissionOf(CsvLine line, string? country)
    {
        if (Cell(line, "mission") is null) return missions.FirstOrDefault(mission => mission.Id.Value == country)?.Id.Value;
        return Named(line, "mission", said =>
        {
            var folded = FoldedWords.Of(said);
            return missions.FirstOrDefault(mission => mission.Id.Value.Equals(said, StringComparison.OrdinalIgnoreCase)
                || mission.Name.ByLanguage.Values.Concat(mission.Country.ByLanguage.Values).Any(name => FoldedWords.Of(name) == folded))?.Id.Value;
        });
    }

    private List<string> FieldsOf(CsvLine line)
    {
        var fields = Several(line, "fields").Select(said => RegisterWords.Field(said)?.ToString()).ToList();
        if (fields.Contains(null)) Add(line, "fields", FieldFault.Unknown);
        return fields.Count == 0 ? [nameof(CooperationField.Other)] : [.. fields.OfType<string>().Distinct()];
    }

    /// <summary>None named: Korean and English.</summary>
    private static List<string> LanguagesOf(CsvLine line) =>
        Several(line, "languages", [' ']) is { Count: > 0 } said ? [.. said.Select(code => code.ToLowerInvariant())] : [Language.Korean.Code, Language.English.Code];

    private TermForm? TermOf(CsvLine line)
    {
        var (months, endsOn) = (Whole(line, "months"), Day(line, "ends_on"));
        return months is null && endsOn is null ? null : new(null, months, endsOn, null);
    }

    private BudgetForm? BudgetOf(CsvLine line)
    {
        if (Cell(line, "budget") is not { } said) return null;
        if (decimal.TryParse(said.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            return new(amount, Cell(line, "currency")?.ToUpperInvariant() ?? "KRW");
        Add(line, "budget", FieldFault.Malformed);
        return null;
    }

    private int? Whole(CsvLine line, string column)
    {
        if (Cell(line, column) is not { } said) return null;
        if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        Add(line, column, FieldFault.Malformed);
        return null;
    }

    /// <summary>"2027-05-14", and as Korean spreadsheets show it: "2027. 5. 14.", "2027/5/14".</summary>
    private string? Day(CsvLine line, string column)
    {
        if (Cell(line, column) is not { } said) return null;
        var plain = said.Replace(" ", "", StringComparison.Ordinal).TrimEnd('.').Replace('.', '-').Replace('/', '-');
        if (DateOnly.TryParseExact(plain, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day.ToString("O", CultureInfo.InvariantCulture);
        Add(line, column, FieldFault.Malformed);
        return null;
    }

    private static List<string> Several(CsvLine line, string column, params char[] more) =>
        [.. (Cell(line, column) ?? "").Split([.. Between, .. more], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static (Language, string?) InItsScript(string? name) => (name?.Any(letter => letter is >= '가' and <= '힣') == true ? Language.Korean : Language.English, name);

    private static Dictionary<string, string> Texts(params (Language Language, string? Text)[] texts) =>
        texts.Where(text => text.Text is not null).DistinctBy(text => text.Language).ToDictionary(text => text.Language.Code, text => text.Text!);

    private void Add(CsvLine line, string column, FieldFault fault) => problems.Add(SheetProblem.At(line, column, fault));
}
