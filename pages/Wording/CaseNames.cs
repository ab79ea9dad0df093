using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Pages.Wording;

/// <summary>The names in a case, in the reader's language. Local governments have Korean and English names only.</summary>
public sealed record CaseNames(string Office, string Mission, string Country, string Counterparty, string Title)
{
    /// <summary>Other local governments that the case may name; empty where nobody looked them up.</summary>
    public IReadOnlyDictionary<LocalGovernmentId, string> Offices { get; init; } = new Dictionary<LocalGovernmentId, string>();

    public static CaseNames Of(Mou mou, LocalGovernment office, Mission mission, Language language) => new(
        office.Name.In(language),
        mission.Name.In(language),
        mission.Country.In(language),
        mou.Particulars.Counterparty.Name.In(language),
        mou.Particulars.Title.In(language));
}
