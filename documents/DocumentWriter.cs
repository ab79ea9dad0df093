using System.Text;
using LocalDiplomacy.Documents.Pdf;
using LocalDiplomacy.Documents.Records;
using LocalDiplomacy.Documents.Texts;
using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace LocalDiplomacy.Documents;

/// <summary>Signs what it writes where the association has set a certificate.</summary>
internal sealed class DocumentWriter(EvidenceSeal seal, TimeProvider time) : IDocumentWriter
{
    private PdfSeal? Seal => seal.IsSet ? new(seal, time.GetUtcNow()) : null;

    public byte[] Write(TextOriginal original) => OriginalWriter.Write(original, Seal);

    public byte[] Write(CaseRecord record) => RecordWriter.Write(record, Seal);

    public IReadOnlyList<MissingLetters> Missing(MouText text) => MissingLettersOfText.In(text);

    public IReadOnlyList<Rune> Missing(string words) => MissingLettersOfText.In(words);
}

public static class DocumentsRegistration
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services.AddSingleton<IDocumentWriter, DocumentWriter>();
}
