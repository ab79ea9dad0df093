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

    protected CaseNames Names => CaseNames.Of(Mou, Office, Mission, Language);

    /// <summary>The address of the MOU's own page.</summary>
    protected string CasePath => $"/office/mous/{Mou.Id}";
}
