using System.Globalization;
using System.Text.RegularExpressions;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>A mission as an administrator sends it, without its address: that one has a way of its own.</summary>
/// <param name="Id">The two-letter code of what sends it.</param>
/// <param name="Country">In ko, en, fr and es; the mission's name too.</param>
/// <param name="Language">What to write to it in: ko, en, fr or es.</param>
/// <param name="TimeZone">"Africa/Libreville"; nothing where it has none of its own.</param>
/// <param name="ClosedDays">"2026-12-24" for once, "08-17" for each year.</param>
public sealed partial record MissionForm(
    string? Id, Dictionary<string, string>? Country, Dictionary<string, string>? Name, string? Region, string? Language, string? TimeZone,
    List<string>? ClosedDays, string? ValidFrom, string? ValidTo)
{
    internal const int MostClosedDays = 100;

    public static MissionForm Of(Mission row) => new(
        row.Id.Value, Said(row.Country), Said(row.Name), row.Region, row.Language.Code, row.TimeZone,
        [.. row.ClosedDays.Select(day => day.Value)], row.ValidFrom?.ToString("O", CultureInfo.InvariantCulture), row.ValidTo?.ToString("O", CultureInfo.InvariantCulture));

    /// <param name="before">As it stood, for what this form does not hold; null where it is new.</param>
    internal Mission Read(Mission? before, RowReading reading)
    {
        var id = Id?.Trim() ?? "";
        if (id.Length == 0) reading.Add("id", FieldFault.Missing);
        else if (!Shape().IsMatch(id)) reading.Add("id", FieldFault.Malformed);
        var country = reading.Names("country", Country, Lifecycle.Language.OfPages);
        if (CountryNames.IsFormer(id, country.In(Lifecycle.Language.Korean))) reading.Add("country.ko", FieldFault.FormerCountryName);
        var (from, to) = (reading.Day("validFrom", ValidFrom), reading.Day("validTo", ValidTo));
        reading.Order(from, to);
        return new(new(id), country, reading.Names("name", Name, Lifecycle.Language.OfPages), RegionIn(reading), before?.Contact, LanguageIn(reading), ZoneIn(reading))
        {
            ClosedDays = ClosedDaysIn(reading),
            ValidFrom = from,
            ValidTo = to,
            Waiting = before?.Waiting,
        };
    }

    private string RegionIn(RowReading reading)
    {
        var region = Region?.Trim().ToUpperInvariant() ?? "";
        if (!Regions.All.Contains(region)) reading.Add("region", region.Length == 0 ? FieldFault.Missing : FieldFault.Unknown);
        return region;
    }

    private Language LanguageIn(RowReading reading)
    {
        var language = new Language(Language?.Trim().ToLowerInvariant() ?? "");
        if (!Lifecycle.Language.OfPages.Contains(language)) reading.Add("language", language.Code.Length == 0 ? FieldFault.Missing : FieldFault.Unknown);
        return language;
    }

    private string? ZoneIn(RowReading reading)
    {
        if (string.IsNullOrWhiteSpace(TimeZone)) return null;
        var zone = TimeZone.Trim();
        if (!zone.Contains('/', StringComparison.Ordinal) || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) reading.Add("timeZone", FieldFault.Unknown);
        return zone;
    }

    private List<ClosedDay> ClosedDaysIn(RowReading reading)
    {
        if (ClosedDays?.Count > MostClosedDays) reading.Add("closedDays", FieldFault.TooMany);
        return reading.Each("closedDays", ClosedDays, ClosedDay.Read);
    }

    private static Dictionary<string, string> Said(LocalizedText text) => text.ByLanguage.ToDictionary(name => name.Key.Code, name => name.Value);

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex Shape();
}
