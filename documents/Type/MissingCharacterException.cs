using System.Text;

namespace LocalDiplomacy.Documents.Type;

/// <summary>The fonts have no such character; whoever knows which clause it stands in says so.</summary>
internal sealed class MissingCharacterException(Rune character) : Exception($"The fonts have no U+{character.Value:X4}.")
{
    public Rune Character { get; } = character;
}
