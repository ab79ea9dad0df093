using LocalDiplomacy.Workflows;
using LocalDiplomacy.Workflows.Evidence;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Documents.Tests.Samples;

/// <summary>Writers of documents with and without a certificate.</summary>
internal static class Writers
{
    public static DocumentWriter Plain { get; } = With(new());

    public static DocumentWriter Sealed(byte[] pkcs12) => With(new() { SealCertificate = Convert.ToBase64String(pkcs12), SealCertificatePassword = SampleCertificates.Password });

    private static DocumentWriter With(WorkflowsOptions options) => new(new EvidenceSeal(Options.Create(options)), new StillTime());

    private sealed class StillTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => SampleDocuments.Start;
    }
}
