using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Pages.Signing;

/// <summary>The fields of a signature as a form carries them.</summary>
/// <param name="Intent">Whether the sentence of intent was ticked.</param>
/// <param name="Text">The hash of the text that was on the page.</param>
/// <param name="Language">In which the sentence stood there, by its code.</param>
public sealed record SignatureFields(string? Name, string? Office, bool Intent, string? Text, string? Language = null)
{
    public static SignatureFields Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(form["name"], form["office"], form["intent"].Contains("yes"), form["text"], form["language"]);
    }
}
