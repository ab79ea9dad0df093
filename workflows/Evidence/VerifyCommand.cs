using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;

namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>
/// The command "verify FILE": needs the file and nothing else, neither a store nor a network. What does not hold is one line,
/// as a <see cref="HostAbortedException"/>, which ends the program with 1.
/// </summary>
internal static class VerifyCommand
{
    public const string Name = "verify";

    public static async Task RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel)
    {
        var evidence = Check(arguments);
        string Count(EvidenceKind kind, string what) => string.Create(CultureInfo.InvariantCulture, $"{evidence.Count(kind)} {what}");
        string[] lines =
        [
            $"Everything holds in {Path.GetFileName(arguments[0])}: {Count(EvidenceKind.Event, "events")}, {Count(EvidenceKind.Text, "texts")}, {Count(EvidenceKind.Document, "documents")}, {Count(EvidenceKind.Scan, "scans")}.",
            $"Case               {evidence.Manifest.Mou}",
            $"Head of the chain  {evidence.Manifest.Chain.Head}",
            evidence.Sealer is { } sealer
                ? $"Sealed by          {sealer.Subject}, certificate SHA-256 {sealer.GetCertHashString(HashAlgorithmName.SHA256)}"
                : "Not sealed.",
            .. evidence.Signed > 0 ? [$"Signed PDFs        {evidence.Signed}, each with the same certificate"] : Array.Empty<string>(),
            evidence.Sealer is null
                ? "Compare the head with the one on a printed record: whoever can write files can make another archive that holds."
                : "That the certificate is the association's is for you to know: compare its SHA-256 with the one it publishes.",
        ];
        foreach (var line in lines) await output.WriteLineAsync(line.AsMemory(), cancel).ConfigureAwait(false);
    }

    private static CheckedEvidence Check(IReadOnlyList<string> arguments)
    {
        try
        {
            return arguments is [{ Length: > 0 } file] ? EvidenceCheck.Of(file) : throw EvidenceFault.Misused();
        }
        catch (EvidenceFault fault)
        {
            throw new HostAbortedException(fault.Message, fault);
        }
    }
}
