using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>The register as the public reads it: ties, and the names that the reference tables have for their places today.</summary>
public sealed class RegisterView
{
    private readonly Dictionary<LocalGovernmentId, IReadOnlyList<LocalGovernment>> _successors;

    private readonly ILookup<MouId, RegisterLink> _links;
    private readonly DateOnly _today;

    /// <param name="version">The same only where everything is: see <see cref="Version"/>.</param>
    public RegisterView(string version, RegisterState state, IReadOnlyList<LocalGovernment> governments, IReadOnlyList<Mission> missions, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(state);
        (Version, State) = (version, state);
        Offices = governments.ToDictionary(government => government.Id);
        Countries = CountriesOf(state, missions);
        _successors = state.Current.Select(entry => entry.Tie.Office).Distinct().ToDictionary(
            id => id, id => PartyStanding.Of(id, today, governments) is PartyStanding.Former former ? former.Successors : []);
        _today = today;
        Search = new(state.Current.Select(Standing), WordsOf, id => [.. SuccessorsOf(id).Select(government => government.Id)]);
        _links = LinksAmong(state);
        RegionOfCountry = state.Current.GroupBy(entry => entry.Tie.Counterparty.Country).ToDictionary(same => same.Key, same => same.Last().Tie.Region ?? "", StringComparer.Ordinal);
        Places = [.. _successors.SelectMany(place => place.Value.Select(successor => successor.Id).Prepend(place.Key)).Distinct()];
        Years = [.. state.Current.Select(entry => entry.Tie.SignedOn.Year).Distinct().OrderDescending()];
    }

    /// <summary>Names this view: the register, both reference tables and the day in Seoul, on which successors depend.</summary>
    public string Version { get; }

    public RegisterState State { get; }

    public RegisterSearch Search { get; }

    public IReadOnlyDictionary<LocalGovernmentId, LocalGovernment> Offices { get; }

    /// <summary>The names of the countries that the register has, by their code.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Countries { get; }

    /// <summary>The region that a country of the register is counted in; "" where none holds it.</summary>
    public IReadOnlyDictionary<string, string> RegionOfCountry { get; }

    /// <summary>The local governments of the register, and those that succeeded one of it.</summary>
    public IReadOnlyList<LocalGovernmentId> Places { get; }

    /// <summary>The years of signatures, newest first.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Who took the place of a local government of the register; none while it is there.</summary>
    public IReadOnlyList<LocalGovernment> SuccessorsOf(LocalGovernmentId office) => _successors.GetValueOrDefault(office) ?? [];

    /// <summary>A tie as it stands today.</summary>
    public RegisterEntry Standing(RegisterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry with { Tie = entry.Tie.On(_today) };
    }

    /// <summary>Ties that this one has to do with, as far as they are public themselves.</summary>
    public IReadOnlyList<RegisterLink> LinksOf(RegisterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Tie.Mou is { } mou ? [.. _links[mou].Distinct().OrderBy(link => link.Number.Year).ThenBy(link => link.Number.Place)] : [];
    }

    public LocalizedText CountryOf(string code) => Countries.GetValueOrDefault(code) ?? ReferenceData.Countries.NameOf(code);

    /// <summary>What one side records is a link of both.</summary>
    private static ILookup<MouId, RegisterLink> LinksAmong(RegisterState state) => (
        from entry in state.Current
        from link in entry.Tie.Links
        where entry.Tie.Mou is not null
        let other = state.NumberOf(link.Other)
        where other is not null
        from side in new[] { (Mou: entry.Tie.Mou!.Value, Link: new RegisterLink(link.Kind, other.Value)), (Mou: link.Other, Link: new RegisterLink(Reverse(link.Kind), entry.Number)) }
        select side).ToLookup(side => side.Mou, side => side.Link);

    private static MouLinkKind Reverse(MouLinkKind kind) => kind switch
    {
        MouLinkKind.Predecessor => MouLinkKind.Successor,
        MouLinkKind.Successor => MouLinkKind.Predecessor,
        MouLinkKind.Varied => MouLinkKind.Variation,
        MouLinkKind.Variation => MouLinkKind.Varied,
        MouLinkKind.Framework => MouLinkKind.Subsidiary,
        MouLinkKind.Subsidiary => MouLinkKind.Framework,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static Dictionary<string, LocalizedText> CountriesOf(RegisterState state, IReadOnlyList<Mission> missions)
    {
        var known = missions.ToDictionary(mission => mission.Id.Value, mission => mission.Country, StringComparer.Ordinal);
        return state.Current.Select(entry => entry.Tie.Counterparty.Country).Distinct().ToDictionary(code => code, code => known.GetValueOrDefault(code) ?? ReferenceData.Countries.NameOf(code), StringComparer.Ordinal);
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

/// <summary>That a tie has to do with another.</summary>
/// <param name="Kind">What the other is to it.</param>
public sealed record RegisterLink(MouLinkKind Kind, RegisterNumber Number);
