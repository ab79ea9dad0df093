using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Pages.CentralReview;

/// <summary>The fields of a central review's answer as a form carries them.</summary>
/// <param name="Answer">"no-objection", "comments" or "objection".</param>
/// <param name="Text">The hash of the text that was on the page.</param>
public sealed record CentralFields(string? Answer, string? Name, string? Words, string? Text)
{
    public const string NoObjection = "no-objection";
    public const string Comments = "comments";
    public const string Objection = "objection";

    public static IReadOnlyList<string> Answers { get; } = [NoObjection, Comments, Objection];

    public static CentralFields Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(form["answer"], form["name"], form["comments"], form["text"]);
    }
}
