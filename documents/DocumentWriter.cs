using LocalDiplomacy.Documents.Records;
using LocalDiplomacy.Documents.Texts;
using LocalDiplomacy.Workflows.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace LocalDiplomacy.Documents;

internal sealed class DocumentWriter : IDocumentWriter
{
    public byte[] Write(TextOriginal original) => OriginalWriter.Write(original);

    public byte[] Write(CaseRecord record) => RecordWriter.Write(record);
}

public static class DocumentsRegistration
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services.AddSingleton<IDocumentWriter, DocumentWriter>();
}
