using System.Globalization;
using System.Text;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>Reads the fields of a reference table's row, and gathers what is wrong with them.</summary>
internal sealed class RowReading
{
    public const int LongestName = 200;
    private readonly List<FieldProblem> _problems = [];

    public IReadOnlyList<FieldProblem> Problems => _problems;

    public void Add(string field, FieldFault fault) => _problems.Add(new(field, fault));

    public string Text(string field, string? said, bool required = true)
    {
        var text = said?.Trim() ?? "";
        if (text.Length == 0 && required) Add(field, FieldFault.Missing);
        else if (text.Length > LongestName) Add(field, FieldFault.TooLong);
        else if (text.Any(c => char.IsControl(c) || char.IsSurrogate(c)) || !Texts.Letters.AreWanted(text)) Add(field, FieldFault.ControlCharacters);
        // Refused here, so that an export is safe to open and reads back as what was written.
        else if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@') Add(field, FieldFault.LooksLikeFormula);
        else return text.Normalize(NormalizationForm.FormC);
        return text;
    }

    /// <summary>A name in each of these languages, and in no other.</summary>
    public LocalizedText Names(string field, Dictionary<string, string>? said, IReadOnlyList<Language> languages)
    {
        foreach (var code in (said ?? []).Keys.Except(languages.Select(language => language.Code)).Order(StringComparer.Ordinal))
            Add($"{field}.{code}", FieldFault.Unknown);
        return LocalizedText.Of([.. languages.Select(language => (language, Text($"{field}.{language.Code}", said?.GetValueOrDefault(language.Code))))]);
    }

    public DateOnly? Day(string field, string? said)
    {
        if (string.IsNullOrWhiteSpace(said)) return null;
        if (DateOnly.TryParseExact(said.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Add(field, FieldFault.Malformed);
        return null;
    }

    /// <summary>By the name that is stored and nothing else: numbers would pass as enums too.</summary>
    public T Named<T>(string field, string? said) where T : struct, Enum
    {
        var found = Enum.GetNames<T>().FirstOrDefault(name => name.Equals(said?.Trim(), StringComparison.OrdinalIgnoreCase));
        if (found is null) Add(field, string.IsNullOrWhiteSpace(said) ? FieldFault.Missing : FieldFault.Unknown);
        return found is null ? default : Enum.Parse<T>(found);
    }

    public List<T> Each<T>(string field, List<string>? said, Func<string, T?> read) where T : struct
    {
        var values = new List<T>();
        foreach (var (place, text) in (said ?? []).Index())
        {
            if (read(text?.Trim() ?? "") is not { } value) Add($"{field}[{place}]", FieldFault.Malformed);
            else if (values.Contains(value)) Add($"{field}[{place}]", FieldFault.Duplicate);
            else values.Add(value);
        }

        return values;
    }

    public void Order(DateOnly? from, DateOnly? to)
    {
        if (from > to) Add("validTo", FieldFault.EndsBeforeStart);
    }
}
