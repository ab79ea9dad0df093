using System.Text;
using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Tests.Surroundings;

/// <summary>Documents that say no more than what they stand for.</summary>
internal sealed class PlainDocumentWriter(EvidenceSeal seal) : IDocumentWriter
{
    public byte[] Write(TextOriginal original) => Signed($"%PDF for {original.For} ({original.Hash.Value})");

    public byte[] Write(CaseRecord record) => Signed($"%PDF in {record.Language} ({record.Chain[^1].Hash.Value})");

    public IReadOnlyList<MissingLetters> Missing(MouText text) => [];

    public IReadOnlyList<Rune> Missing(string words) => [];

    /// <summary>As little of a signed PDF as there can be: what is signed stands before and after the digits.</summary>
    private byte[] Signed(string content)
    {
        if (!seal.IsSet) return Encoding.ASCII.GetBytes(content);
        const string after = "\n%%EOF";
        var (open, digits) = (content.Length + " /ByteRange [0 0000000000 0000000000 0000000006] ".Length, 2 * seal.Room);
        var before = $"{content} /ByteRange [0 {open:D10} {open + digits + 2:D10} {after.Length:D10}] ";
        var signature = Convert.ToHexString(seal.SignPdf(Encoding.ASCII.GetBytes(before + after)));
        return Encoding.ASCII.GetBytes($"{before}<{signature.PadRight(digits, '0')}>{after}");
    }
}
