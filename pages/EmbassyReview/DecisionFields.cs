using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Pages.EmbassyReview;

/// <summary>The fields of a decision as a form carries them.</summary>
/// <param name="Choice">"accept", "request-changes" or "decline".</param>
/// <param name="Text">The hash of the text that was on the page.</param>
public sealed record DecisionFields(string? Choice, string? Name, string? Reason, bool ReasonNotPublic, string? Text)
{
    public const string Accept = "accept";
    public const string RequestChanges = "request-changes";
    public const string Decline = "decline";

    public static DecisionFields Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(form["choice"], form["name"], form["reason"], form["reasonNotPublic"].Count > 0, form["text"]);
    }
}
