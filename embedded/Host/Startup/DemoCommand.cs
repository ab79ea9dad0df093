using LocalDiplomacy.Demo;
using LocalDiplomacy.EmbeddedHost.Settings;

namespace LocalDiplomacy.EmbeddedHost.Startup;

/// <summary>--demo: plays, then leaves everything up to be looked at; a demo that fails ends the process with 1.</summary>
internal sealed class DemoCommand(HostSettings settings, Surroundings surroundings, SkippableTime clock)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var played = false;
        try
        {
            played = await DemoRun.PlayAsync(settings.Listen.Reachable, clock, surroundings.Out, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            await surroundings.Error.WriteLineAsync($"The demo stopped: {exception.Message}");
        }

        // From here on it only waits to be looked at: what the demo's browsers used goes back to the system.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await FinishAsync(played);
    }

    private async Task FinishAsync(bool played)
    {
        if (played)
            await surroundings.Out.WriteLineAsync($"It stays up for browsing: {settings.Listen.Reachable}  Ctrl+C stops it.");
        await surroundings.Out.FlushAsync();
        if (!played)
            surroundings.Exit(StartupFaultException.Failed);
    }
}
