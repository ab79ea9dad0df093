using System.Text;
using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.Evidence;

namespace LocalDiplomacy.Workflows.Tests.Surroundings;

/// <summary>Documents that say no more than what they stand for.</summary>
internal sealed class PlainDocumentWriter : IDocumentWriter
{
    public byte[] Write(TextOriginal original) => Encoding.ASCII.GetBytes($"%PDF for {original.For} ({original.Hash.Value})");

    public byte[] Write(CaseRecord record) => Encoding.ASCII.GetBytes($"%PDF in {record.Language} ({record.Chain[^1].Hash.Value})");
}
