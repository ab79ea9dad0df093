using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Pages.Wording;

/// <summary>The names in a case, in the reader's language. Local governments have Korean and English names only.</summary>
public sealed record CaseNames(string Office, string Mission, string Country, string Counterparty, string Title)
{
    /// <summary>Other local governments that the case may name; empty where nobody looked them up.</summary>
    public IReadOnlyDictionary<LocalGovernmentId, string> Offices { get; init; } = new Dictionary<LocalGovernmentId, string>();

    /// <param name="missions">Every mission that has a part in the case, where it is told of more than one.</param>
    public static CaseNames Of(
        Mou mou, LocalGovernment office, Mission mission, Language language, IReadOnlyDictionary<MissionId, Mission>? missions = null) => new(
        office.Name.In(language),
        mission.Name.In(language),
        mission.Country.In(language),
        mou.Particulars.Counterparty.Name.In(language),
        mou.Particulars.Title.In(language))
        {
            Missions = missions?.ToDictionary(one => one.Key, one => one.Value.Name.In(language)) ?? [],
        };

    /// <summary>By id, where a case has several.</summary>
    public IReadOnlyDictionary<MissionId, string> Missions { get; init; } = new Dictionary<MissionId, string>();

    /// <summary>With the mission that something is about; where none is named or known, the one that leads.</summary>
    internal CaseNames For(MissionId? mission) => mission is { } id && Missions.GetValueOrDefault(id) is { } name ? this with { Mission = name } : this;
}
