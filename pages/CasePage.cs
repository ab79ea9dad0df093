using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Components;

namespace LocalDiplomacy.Pages;

/// <summary>A page about one MOU: it knows the names in the case.</summary>
public abstract class CasePage : SitePage
{
    [Parameter, EditorRequired] public Mou Mou { get; set; } = null!;
    [Parameter, EditorRequired] public LocalGovernment Office { get; set; } = null!;
    [Parameter, EditorRequired] public Mission Mission { get; set; } = null!;

    /// <summary>Every mission that has a part in it, where the page names others than the leading one.</summary>
    [Parameter] public IReadOnlyDictionary<MissionId, Mission> Missions { get; set; } = new Dictionary<MissionId, Mission>();

    /// <summary>Every local government, where the page names former ones.</summary>
    [Parameter] public IReadOnlyDictionary<LocalGovernmentId, LocalGovernment>? Offices { get; set; }

    /// <summary>Where MOUs have their pages for this reader.</summary>
    [Parameter] public string Base { get; set; } = "/office/mous";

    protected CaseNames Names => CaseNames.Of(Mou, Office, Mission, Language, Missions) with
    {
        Offices = Offices?.ToDictionary(office => office.Key, office => office.Value.Name.In(Language)) ?? [],
    };

    /// <summary>The address of the MOU's own page.</summary>
    protected string CasePath => $"{Base}/{Mou.Id}";
}
