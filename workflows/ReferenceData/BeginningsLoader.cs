using LocalDiplomacy.Workflows.Archive;
using LocalDiplomacy.Workflows.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>Loads the beginnings beside the start: listening does not wait for it, and storage that is away is waited for.</summary>
internal sealed partial class BeginningsLoader(
    Beginnings beginnings, ImportMark mark, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<BeginningsLoader> log) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts one service after the other, up to the first wait of each.
        await Task.Yield();
        for (var wait = TimeSpan.FromSeconds(1); ; wait = wait + wait < LongestWait ? wait + wait : LongestWait)
        {
            try
            {
                await UnfinishedImport.RefuseAsync(mark, stoppingToken).ConfigureAwait(false);
                await beginnings.LoadAsync(stoppingToken).ConfigureAwait(false);
                return;
            }
            catch (HostAbortedException refused)
            {
                // Storage was away when the program started, and is back with half an import in it.
                LogUnfinished(log, refused.Message);
                lifetime.StopApplication();
                return;
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                if (StorageRefusal.Explain(away) is { } refusal) LogRefused(log, wait, refusal);
                else LogAway(log, wait, away);
            }

            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(false);
        }
    }

    [LoggerMessage(2, LogLevel.Error, "The reference tables could not be loaded. {Refusal} Trying again in {Wait}.")]
    private static partial void LogRefused(ILogger log, TimeSpan wait, string refusal);

    [LoggerMessage(1, LogLevel.Warning, "The reference tables could not be loaded; storage seems to be away. Trying again in {Wait}.")]
    private static partial void LogAway(ILogger log, TimeSpan wait, Exception away);

    [LoggerMessage(3, LogLevel.Critical, "{Refusal}")]
    private static partial void LogUnfinished(ILogger log, string refusal);
}
