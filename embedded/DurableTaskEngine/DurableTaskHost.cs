using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.DurableTaskEngine.Client;
using LocalDiplomacy.DurableTaskEngine.Health;
using LocalDiplomacy.DurableTaskEngine.Recording;
using LocalDiplomacy.DurableTaskEngine.Scheduling;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.DurableTaskEngine;

/// <summary>Runs the orchestrations and activities of a registry on the tables and blobs of a hub.</summary>
/// <remarks>To dispose of a host that was not stopped ends it as a crash would: nothing is lost, activities that were running run
/// again after the next start.</remarks>
public sealed class DurableTaskHost : IAsyncDisposable
{
    private readonly Hub hub;

    public DurableTaskHost(
        TableServiceClient tables,
        BlobServiceClient blobs,
        DurableTaskRegistry registry,
        DurableTaskHostOptions options,
        IServiceProvider services,
        ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(blobs);
        ArgumentNullException.ThrowIfNull(options);
        hub = new Hub(new HubStore(tables, blobs, options), registry, options, services, loggers);
        Client = new EmbeddedClient(hub);
    }

    /// <summary>Can be used before <see cref="StartAsync"/>: what is started then runs as soon as the host does.</summary>
    public DurableTaskClient Client { get; }

    /// <summary>Returns when unfinished work has been taken up or, if the storage is away, when that is known; the host then goes
    /// on by itself once it is back.</summary>
    public Task StartAsync(CancellationToken ct) => hub.StartAsync(ct);

    /// <summary>How the hub is, in one call: cheap on an idle one, and bounded on a busy one.</summary>
    public Task<HubHealth> CheckHealthAsync(CancellationToken ct) => new HealthCheck(hub).CheckAsync(ct);

    /// <summary>An instance's present execution with all that happened in it; null when there is no such instance. Before a start too.</summary>
    public Task<RecordedHistory?> ExportHistoryAsync(string instanceId, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return HistoryExport.OfAsync(hub.Store, instanceId, ct);
    }

    /// <summary>Waits for running activities within the grace that the options give.</summary>
    public Task StopAsync(CancellationToken ct) => hub.StopAsync(ct);

    public async ValueTask DisposeAsync() => await hub.HaltAsync();
}
