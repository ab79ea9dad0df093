using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Components;

namespace LocalDiplomacy.Pages;

/// <summary>A page that somebody opened from a link in a mail.</summary>
public abstract class LinkPage : CasePage
{
    [Parameter, EditorRequired] public string Token { get; set; } = "";
    [Parameter, EditorRequired] public Link Link { get; set; } = null!;
}
