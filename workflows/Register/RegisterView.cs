using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>The register as the public reads it: ties, and the names that the reference tables have for their places today.</summary>
public sealed class RegisterView
{
    private readonly Dictionary<LocalGovernmentId, IReadOnlyList<LocalGovernment>> _successors;

    /// <param name="version">The same only where everything is: see <see cref="Version"/>.</param>
    public RegisterView(string version, RegisterState state, IReadOnlyList<LocalGovernment> governments, IReadOnlyList<Mission> missions, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(state);
        (Version, State) = (version, state);
        Offices = governments.ToDictionary(government => government.Id);
        Countries = CountriesOf(state, missions);
        _successors = state.Current.Select(entry => entry.Tie.Office).Distinct().ToDictionary(
            id => id, id => PartyStanding.Of(id, today, governments) is PartyStanding.Former former ? former.Successors : []);
        Search = new(state.Current, WordsOf, id => [.. SuccessorsOf(id).Select(government => government.Id)]);
        Years = [.. state.Current.Select(entry => entry.Tie.SignedOn.Year).Distinct().OrderDescending()];
    }

    /// <summary>Names this view: the register, both reference tables and the day in Seoul, on which successors depend.</summary>
    public string Version { get; }

    public RegisterState State { get; }

    public RegisterSearch Search { get; }

    public IReadOnlyDictionary<LocalGovernmentId, LocalGovernment> Offices { get; }

    /// <summary>The names of the countries that the register has, by their code.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Countries { get; }

    /// <summary>The years of signatures, newest first.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Who took the place of a local government of the register; none while it is there.</summary>
    public IReadOnlyList<LocalGovernment> SuccessorsOf(LocalGovernmentId office) => _successors.GetValueOrDefault(office) ?? [];

    public LocalizedText CountryOf(string code) => Countries.GetValueOrDefault(code) ?? LocalizedText.Of((Language.English, CountryNames.English(code)));

    private static Dictionary<string, LocalizedText> CountriesOf(RegisterState state, IReadOnlyList<Mission> missions)
    {
        var known = missions.ToDictionary(mission => mission.Id.Value, mission => mission.Country, StringComparer.Ordinal);
        return state.Current.Select(entry => entry.Tie.Counterparty.Country).Distinct().ToDictionary(code => code, code => known.GetValueOrDefault(code) ?? LocalizedText.Of((Language.English, CountryNames.English(code))), StringComparer.Ordinal);
    }

    private IEnumerable<string> WordsOf(RegisterEntry entry)
    {
        var country = entry.Tie.Counterparty.Country;
        var former = CountryNames.Renamed.TryGetValue(country, out var names) ? names.Before : [];
        var province = Offices.GetValueOrDefault(entry.Tie.Office)?.Parent is { } parent ? Offices.GetValueOrDefault(parent)?.Name : null;
        var successors = SuccessorsOf(entry.Tie.Office).SelectMany(government => government.Name.ByLanguage.Values);
        return [.. CountryOf(country).ByLanguage.Values, .. former, .. province?.ByLanguage.Values ?? [], .. successors];
    }
}
