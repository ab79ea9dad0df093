using System.Text;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Documents;

/// <summary>A letter that none of the fonts has. Nothing was printed: a document with a hole in it would be another document.</summary>
/// <param name="field">Where it stands, as the API names fields: "title.fr", "clauses[2].body.zh", "signers", "history".</param>
public sealed class UnprintableTextException(Rune character, string field) : Exception($"No font has U+{character.Value:X4}, which stands in {field}.")
{
    public Rune Character { get; } = character;

    public string Field { get; } = field;

    /// <summary>"U+4E00", with the letter itself where it can be shown.</summary>
    public string CharacterName => MissingLetters.NameOf(Character);

    public static string Title(Language language) => $"title.{language.Code}";

    /// <param name="number">From 1.</param>
    public static string Clause(int number, string part, Language language) => $"clauses[{number - 1}].{part}.{language.Code}";
}
