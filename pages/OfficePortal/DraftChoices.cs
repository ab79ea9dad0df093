using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace LocalDiplomacy.Pages.OfficePortal;

/// <summary>
/// Where both changed the same field, the page offers the other's words beside one's own. What was chosen comes back with the
/// form and takes the field's place, so that nothing has to be copied by hand.
/// </summary>
public static class DraftChoices
{
    internal const string Choice = "choice:", Words = "words:", Theirs = "theirs";

    /// <summary>The name of the form's field; null where a whole clause or a table is at stake, which is not one field.</summary>
    internal static string? InputOf(string field) =>
        field == "otherMissions" || (field.StartsWith("clauses[", StringComparison.Ordinal) && field.EndsWith(']')) ? null
        : field == "fields" ? "field"
        : field == "prevailingLanguage" ? "prevailing"
        : field == "counterparty.country" ? "country"
        : field.Replace("clauses[", "clause[", StringComparison.Ordinal).Replace("counterparty.name.", "counterpartyName.", StringComparison.Ordinal)
            .Replace("counterparty.place.", "counterpartyPlace.", StringComparison.Ordinal);

    /// <summary>The form with the other's words where they were chosen.</summary>
    public static IFormCollection Applied(IFormCollection sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var chosen = sent.Keys.Where(key => key.StartsWith(Choice, StringComparison.Ordinal) && sent[key] == Theirs).Select(key => key[Choice.Length..]).ToList();
        if (chosen.Count == 0) return sent;
        var fields = sent.ToDictionary(field => field.Key, field => field.Value);
        foreach (var name in chosen) fields[name] = WordsFor(name, sent[Words + name].ToString());
        return new FormCollection(fields, sent.Files);
    }

    /// <summary>Groups of checkboxes send each that is ticked.</summary>
    private static StringValues WordsFor(string name, string words) =>
        name is "field" or "languages" ? words.Split(", ", StringSplitOptions.RemoveEmptyEntries) : words;
}
