using LocalDiplomacy.DurableFile;
using LocalDiplomacy.DurableTaskEngine.Recording;
using LocalDiplomacy.EmbeddedHost.Orchestrations;
using LocalDiplomacy.EmbeddedHost.Settings;
using LocalDiplomacy.EmbeddedHost.Storage;

namespace LocalDiplomacy.EmbeddedHost.Operators;

/// <summary>
/// The commands "history INSTANCE [--out FILE]" and "replay FILE…". They are the host's and not the application's, because
/// only this host's engine has a history of this kind.
/// </summary>
internal sealed class EngineCommands(HostSettings settings, StoragePlace storage, OrchestrationEngine engine, TextWriter output)
{
    public const string History = "history";
    public const string Replay = "replay";

    public static bool Knows(IReadOnlyList<string> command) => command is [History or Replay, ..];

    /// <exception cref="StartupFaultException">It cannot be done; or a replay differs.</exception>
    public Task RunAsync(CancellationToken cancellation) => settings.Command switch
    {
        [History, { Length: > 0 } instance] => ExportAsync(instance, cancellation),
        [Replay, _, ..] => ReplayAsync([.. settings.Command.Skip(1)], cancellation),
        [Replay] => throw Misused("'replay' needs a file: replay FILE."),
        _ => throw Misused("'history' needs the id of one instance: history INSTANCE [--out FILE]."),
    };

    private async Task ExportAsync(string instance, CancellationToken cancellation)
    {
        OpenStore();
        var history = await engine.ExportHistoryAsync(instance, cancellation)
            ?? throw new StartupFaultException($"There is no orchestration instance '{instance}' in {storage.Description}.");
        var text = HistoryJson.Write(history);
        if (settings.Out is not { } file)
        {
            await output.WriteAsync(text);
            return;
        }

        await WriteAsync(file, text, cancellation);
        await output.WriteLineAsync($"Wrote {history.Events.Count} events of {history.Orchestration} '{instance}' ({history.Status}) to {file}.");
    }

    /// <summary>Nothing of the store is needed for it, and nothing is changed.</summary>
    private async Task ReplayAsync(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        var differing = 0;
        foreach (var file in files)
        {
            var report = engine.Replay(await ReadAsync(file, cancellation));
            if (!report.IsFaithful) differing++;
            await output.WriteLineAsync($"{file}: {report}");
        }

        if (differing > 0)
            throw new StartupFaultException($"{differing} of {files.Count} histories cannot be followed by today's orchestrations.");
    }

    /// <summary>A store that is not there is not made for a question.</summary>
    private void OpenStore()
    {
        if (settings.File is { } file && !File.Exists(file))
            throw new StartupFaultException($"There is no store at {file}: --data says where it is.");
        try
        {
            storage.Open();
        }
        catch (DurableFileException held)
        {
            throw new StartupFaultException($"{held.Message} A program that runs answers at /engine/api/history/INSTANCE itself.");
        }
    }

    private static async Task WriteAsync(string file, string text, CancellationToken cancellation)
    {
        try
        {
            await using var target = new FileStream(file, FileMode.CreateNew);
            await using var writer = new StreamWriter(target);
            await writer.WriteAsync(text.AsMemory(), cancellation);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartupFaultException($"{file} cannot be written: {refused.Message}");
        }
    }

    private static async Task<RecordedHistory> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return HistoryJson.Read(await File.ReadAllTextAsync(file, cancellation));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or HistoryFormatException)
        {
            throw new StartupFaultException($"{file} cannot be replayed: {unreadable.Message}");
        }
    }

    private static StartupFaultException Misused(string message) => new(message, StartupFaultException.Misused);
}
