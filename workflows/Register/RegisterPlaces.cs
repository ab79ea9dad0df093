using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>
/// Finds local governments and countries by what a list calls them: an id or code, a name, or, where a name occurs several
/// times, the province and the name.
/// </summary>
internal sealed class RegisterPlaces
{
    private readonly ILookup<string, LocalGovernment> _governments;
    private readonly Dictionary<string, string> _countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _regions;

    public RegisterPlaces(IReadOnlyList<LocalGovernment> governments, IReadOnlyList<Mission> missions)
    {
        var byId = governments.ToDictionary(government => government.Id);
        _governments = governments.SelectMany(government => NamesOf(government, byId).Select(name => (Name: FoldedWords.Of(name), government)).Distinct())
            .ToLookup(pair => pair.Name, pair => pair.government, StringComparer.Ordinal);
        _regions = missions.ToDictionary(mission => mission.Id.Value, mission => (string?)mission.Region, StringComparer.Ordinal);
        foreach (var country in Countries.All.Values)
            foreach (var name in country.Name.ByLanguage.Values.Append(CountryNames.English(country.Code))) Name(name, country.Code);
        foreach (var mission in missions.Where(mission => CountryCodes.IsOne(mission.Id.Value)))
            foreach (var name in mission.Country.ByLanguage.Values) Name(name, mission.Id.Value);
        foreach (var (code, names) in CountryNames.Renamed)
            foreach (var name in names.Before.Append(names.Now)) Name(name, code);
    }

    /// <param name="on">The day of the signature: the name is that of then.</param>
    public (LocalGovernment? Found, FieldFault? Fault) Government(string said, DateOnly? on)
    {
        var named = _governments[FoldedWords.Of(said)].Distinct().ToList();
        if (named.Count == 0) return (null, AdministrativeUnits.All.Any(unit => said.EndsWith(unit.Name.In(Language.Korean), StringComparison.Ordinal)) ? FieldFault.NotALocalGovernment : FieldFault.NoSuchLocalGovernment);
        var then = on is { } day ? named.Where(government => government.ExistsOn(day)).ToList() : named;
        return then switch
        {
            [var one] => (one, null),
            [] => (null, FieldFault.NotThereThen),
            _ => (null, FieldFault.SeveralOfThisName),
        };
    }

    /// <returns>Null: no other country is called so.</returns>
    public string? Country(string said)
    {
        var code = CountryCodes.IsOne(said.ToUpperInvariant()) ? said.ToUpperInvariant() : _countries.GetValueOrDefault(FoldedWords.Of(said));
        return code == "KR" ? null : code;
    }

    public string? RegionOf(string country) => _regions.GetValueOrDefault(country);

    private void Name(string name, string code) => _countries.TryAdd(FoldedWords.Of(name), code);

    private static IEnumerable<string> NamesOf(LocalGovernment government, Dictionary<LocalGovernmentId, LocalGovernment> all)
    {
        var (korean, english) = (government.Name.In(Language.Korean), government.Name.In(Language.English));
        return government.Parent is { } parent && all.GetValueOrDefault(parent)?.Name is { } province
            ? [government.Id.Value, korean, english, $"{province.In(Language.Korean)} {korean}", $"{province.In(Language.English)} {english}", $"{english}, {province.In(Language.English)}"]
            : [government.Id.Value, korean, english];
    }
}
