using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Pages.EmbassyReview;

/// <summary>The fields of an embassy's comment at a clause, as a form carries them.</summary>
/// <param name="Clause">The clause's number, from 1.</param>
/// <param name="Version">The language of the proposed wording; empty: the clause as such.</param>
/// <param name="Text">The hash of the text that was on the page.</param>
/// <param name="TakeBack">The number of the comment that is taken back; nothing: one is made.</param>
public sealed record CommentFields(string? Clause, string? Version, string? Words, string? Proposed, string? Name, string? Text, string? TakeBack = null)
{
    public static CommentFields Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(form["clause"], form["version"], form["words"], form["proposed"], form["name"], form["text"], form["takeBack"]);
    }

    /// <summary>Null: it is no number of a clause.</summary>
    public int? Number => NumberIn(Clause);

    /// <summary>The comment that is taken back; null: one is made.</summary>
    public int? TakenBack => string.IsNullOrEmpty(TakeBack) ? null : NumberIn(TakeBack) ?? 0;

    private static int? NumberIn(string? words) => int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
