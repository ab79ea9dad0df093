using System.Text;
using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Documents;

/// <summary>A text to be printed for one side: its original names it first and puts its language first.</summary>
/// <param name="Hash">Of <paramref name="Text"/>: the same in both originals.</param>
public sealed record TextOriginal(Mou Mou, LocalGovernment Office, MouText Text, TextHash Hash, Side For);

/// <summary>What is recorded of a case, to be printed.</summary>
/// <param name="Chain">The links of <paramref name="Events"/>.</param>
/// <param name="Missions">Every mission that has a part in it, by its names; null: the leading one alone.</param>
public sealed record CaseRecord(
    Mou Mou, LocalGovernment Office, Mission Mission, IReadOnlyList<RecordedEvent> Events, IReadOnlyList<ChainedEvent> Chain, Language Language,
    IReadOnlyDictionary<MissionId, Mission>? Missions = null);

/// <summary>Writes documents as PDF. The same document gives the same bytes.</summary>
public interface IDocumentWriter
{
    /// <exception cref="UnprintableTextException">A letter of the text is in none of the fonts.</exception>
    byte[] Write(TextOriginal original);

    /// <summary>What the fonts do not have stands in it by its number.</summary>
    byte[] Write(CaseRecord record);

    /// <summary>What would keep the text from being printed, title and clauses.</summary>
    IReadOnlyList<MissingLetters> Missing(MouText text);

    /// <summary>The letters of a name that no font has, each once.</summary>
    IReadOnlyList<Rune> Missing(string words);
}
