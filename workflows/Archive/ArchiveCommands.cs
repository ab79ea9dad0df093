using System.Globalization;
using Azure;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LocalDiplomacy.Workflows.Archive;

/// <summary>The commands "export FILE" and "import FILE". What goes wrong is one line, as a <see cref="HostAbortedException"/>.</summary>
internal sealed class ArchiveCommands(IServiceProvider services)
{
    public const string Export = "export";
    public const string Import = "import";

    public Task ExportAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel) => InOneLineAsync(async () =>
    {
        var archive = await services.GetRequiredService<StoreExport>().RunAsync(FileIn(arguments, Export), cancel).ConfigureAwait(false);
        await output.WriteLineAsync($"Exported to {archive.Path}").ConfigureAwait(false);
        await ReportAsync(output, archive).ConfigureAwait(false);
        await output.WriteLineAsync("It holds personal data and hashed secrets. Only you can read the file; keep it that way.").ConfigureAwait(false);
    });

    public Task ImportAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel) => InOneLineAsync(async () =>
    {
        var import = await services.GetRequiredService<StoreImport>().RunAsync(FileIn(arguments, Import), cancel).ConfigureAwait(false);
        await output.WriteLineAsync($"Imported {import.Archive.Path}").ConfigureAwait(false);
        await ReportAsync(output, import.Archive).ConfigureAwait(false);
        await output.WriteLineAsync("Read back and compared: every count and every SHA-256 is the same.").ConfigureAwait(false);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"When the program starts: {import.OpenCases} cases go on, {import.Mails} queued mails are delivered.")).ConfigureAwait(false);
    });

    private static string FileIn(IReadOnlyList<string> arguments, string command) =>
        arguments is [{ Length: > 0 } file] ? file : throw ArchiveException.Misused(command);

    private static async Task ReportAsync(TextWriter output, ArchiveSummary archive)
    {
        foreach (var part in archive.Parts)
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"  {part.Name,-24}{part.Count,10} {part.Bytes / 1e6,10:0.0} MB  {part.Sha256[..16]}")).ConfigureAwait(false);
        await output.WriteLineAsync($"  SHA-256 of the archive  {archive.Sha256}").ConfigureAwait(false);
    }

    private static async Task InOneLineAsync(Func<Task> command)
    {
        try
        {
            await command().ConfigureAwait(false);
        }
        catch (Exception fault) when (Explain(fault) is { } refusal)
        {
            throw new HostAbortedException(refusal.Message, fault);
        }
    }

    /// <returns>Null: nobody expected this, it is a defect or the host's to explain.</returns>
    private static ArchiveException? Explain(Exception fault) => fault switch
    {
        ArchiveException refusal => refusal,
        RequestFailedException storage => ArchiveException.Storage(storage),
        AggregateException { InnerExceptions: [RequestFailedException storage, ..] } => ArchiveException.Storage(storage),
        AuthenticationFailedException or AggregateException { InnerExceptions: [AuthenticationFailedException, ..] } => ArchiveException.Identity(fault),
        FormatException or InvalidOperationException { Source: "LocalDiplomacy.Workflows" } => ArchiveException.Setting(fault),
        _ => null,
    };
}
