using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.DurableTaskContract;
using LocalDiplomacy.DurableTaskEngine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;

namespace LocalDiplomacy.Conformance.Tests;

/// <summary>A hub of the embedded engine, for the contract's cases.</summary>
internal sealed class EmbeddedHub(string connection, string name, HubOptions options) : Hub
{
    private readonly List<DurableTaskHost> workers = [];
    private readonly List<DurableTaskHost> others = [];

    /// <summary>Removed with the hub, if there is one.</summary>
    internal string? Folder { get; init; }

    public override DurableTaskClient Client => workers[^1].Client;

    public override DurableTaskClient OtherClient()
    {
        others.Add(Make(options.Tasks, options.Worker));
        return others[^1].Client;
    }

    public override async Task StartWorkerAsync(Action<DurableTaskRegistry>? tasks = null, Action<DurableTaskWorkerOptions>? worker = null)
    {
        worker?.Invoke(options.Worker);
        workers.Add(Make(tasks ?? options.Tasks, options.Worker));
        await workers[^1].StartAsync(CancellationToken.None);
    }

    public override async Task EndWorkersAsync()
    {
        foreach (var worker in workers) await worker.DisposeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await EndWorkersAsync();
        foreach (var other in others) await other.DisposeAsync();
        if (Folder is not null) TemporaryFolders.TryDelete(Folder);
    }

    private DurableTaskHost Make(Action<DurableTaskRegistry> tasks, DurableTaskWorkerOptions worker)
    {
        var registry = new DurableTaskRegistry();
        tasks(registry);
        var host = new DurableTaskHostOptions
        {
            HubName = name,
            TimeProvider = options.Time,
            Worker = worker,
            // Other clients of these cases stand for other processes, whose messages the sweep finds.
            SweepEvery = TimeSpan.FromMilliseconds(500),
        };
        if (options.ReplaysEachTurn) host.KeepIdleInstancesFor = TimeSpan.Zero;
        return new DurableTaskHost(
            new TableServiceClient(connection), new BlobServiceClient(connection), registry, host, options.Services, options.Loggers);
    }
}
