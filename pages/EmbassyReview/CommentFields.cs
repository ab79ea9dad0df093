using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Pages.EmbassyReview;

/// <summary>The fields of an embassy's comment at a clause, as a form carries them.</summary>
/// <param name="Clause">The clause's number, from 1.</param>
/// <param name="Version">The language of the proposed wording; empty: the clause as such.</param>
/// <param name="Text">The hash of the text that was on the page.</param>
public sealed record CommentFields(string? Clause, string? Version, string? Words, string? Proposed, string? Name, string? Text)
{
    public static CommentFields Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(form["clause"], form["version"], form["words"], form["proposed"], form["name"], form["text"]);
    }

    /// <summary>Null: it is no number of a clause.</summary>
    public int? Number => int.TryParse(Clause, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
