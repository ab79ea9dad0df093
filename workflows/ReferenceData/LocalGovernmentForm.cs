using System.Globalization;
using System.Text.RegularExpressions;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>A local government as an administrator sends it: nothing is checked yet, anything can be missing.</summary>
/// <param name="Id">A level 1's two-digit code; for level 2 that of its first province, a hyphen and its first Korean name.</param>
/// <param name="Name">In ko and en.</param>
/// <param name="ValidFrom">"2026-07-01"; nothing where it is older than the table.</param>
/// <param name="ValidTo">The last day.</param>
public sealed partial record LocalGovernmentForm(
    string? Id, int? Level, string? Parent, string? Type, Dictionary<string, string>? Name, string? ValidFrom, string? ValidTo, List<string>? Successors)
{
    internal static readonly IReadOnlyList<Language> Languages = [Language.Korean, Language.English];

    public static LocalGovernmentForm Of(LocalGovernment row) => new(
        row.Id.Value, row.Level, row.Parent?.Value, row.Type.ToString(), row.Name.ByLanguage.ToDictionary(name => name.Key.Code, name => name.Value),
        row.ValidFrom?.ToString("O", CultureInfo.InvariantCulture), row.ValidTo?.ToString("O", CultureInfo.InvariantCulture), [.. row.Successors.Select(id => id.Value)]);

    /// <summary>What can be said of the row alone; see <see cref="LocalGovernmentRules"/> for the rest.</summary>
    internal LocalGovernment Read(RowReading reading)
    {
        var id = Id?.Trim() ?? "";
        if (id.Length == 0) reading.Add("id", FieldFault.Missing);
        else if (!Shape().IsMatch(id)) reading.Add("id", FieldFault.Malformed);
        if (Level is null) reading.Add("level", FieldFault.Missing);
        else if (Level is not (1 or 2) || (Shape().IsMatch(id) && (Level == 1) == id.Contains('-', StringComparison.Ordinal))) reading.Add("level", FieldFault.Unknown);
        var (from, to) = (reading.Day("validFrom", ValidFrom), reading.Day("validTo", ValidTo));
        reading.Order(from, to);
        return new(new(id), Level ?? 0, reading.Names("name", Name, Languages), from, to)
        {
            Parent = string.IsNullOrWhiteSpace(Parent) ? null : new LocalGovernmentId(Parent.Trim()),
            Type = reading.Named<LocalGovernmentType>("type", Type),
            Successors = reading.Each("successors", Successors, text => Shape().IsMatch(text) ? new LocalGovernmentId(text) : (LocalGovernmentId?)null),
        };
    }

    [GeneratedRegex(@"^\d{2}(-[가-힣0-9]{1,20})?$")]
    private static partial Regex Shape();
}
