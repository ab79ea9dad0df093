using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.DurableTaskContract;
using LocalDiplomacy.DurableTaskEngine;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalDiplomacy.Conformance.Tests.EngineFaults;

/// <summary>A hub on a store of its own, with a host that can be stopped, ended as if by a crash, and started again.</summary>
public sealed class HubFixture : IAsyncDisposable
{
    private readonly string connection;
    private readonly string? folder;
    private readonly Action<DurableTaskRegistry> register;
    private readonly Action<DurableTaskHostOptions>? configure;
    private readonly List<DurableTaskHost> hosts = [];

    private HubFixture(
        string connection, string? folder, Action<DurableTaskRegistry> register, Action<DurableTaskHostOptions>? configure)
    {
        (this.connection, this.folder, this.register, this.configure) = (connection, folder, register, configure);
    }

    public DurableTaskHost Host => hosts[^1];

    /// <summary>The hub's rows as the engine sees them.</summary>
    internal HubStore Store => new(
        new TableServiceClient(connection), new BlobServiceClient(connection), new DurableTaskHostOptions { HubName = "Conformance" });

    public DurableTaskClient Client => Host.Client;

    /// <summary>What stands between the hosts that are added from now on and their tables.</summary>
    public Faults? Faults { get; set; }

    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;

    public static async Task<HubFixture> StartAsync(
        Action<DurableTaskRegistry> register, Action<DurableTaskHostOptions>? configure = null, ILoggerFactory? loggers = null)
    {
        var folder = Directory.CreateTempSubdirectory("conformance-").FullName;
        var hub = new HubFixture($"DurableFile={Path.Combine(folder, "hub.db")}", folder, register, configure)
        {
            Loggers = loggers ?? NullLoggerFactory.Instance,
        };
        await hub.StartHostAsync();
        return hub;
    }

    public static async Task<HubFixture> StartOnAzuriteAsync(Action<DurableTaskRegistry> register, Action<DurableTaskHostOptions>? configure = null)
    {
        var (connection, name) = await EnginesOnAzurite.PlaceAsync();
        var hub = new HubFixture(connection, null, register, options =>
        {
            options.HubName = name;
            configure?.Invoke(options);
        });
        await hub.StartHostAsync();
        return hub;
    }

    /// <summary>A host that is not started: its client works, its orchestrations wait.</summary>
    public DurableTaskHost AddHost(Action<DurableTaskRegistry>? otherTasks = null, Action<DurableTaskHostOptions>? otherOptions = null)
    {
        var registry = new DurableTaskRegistry();
        (otherTasks ?? register)(registry);
        var options = new DurableTaskHostOptions { HubName = "Conformance" };
        configure?.Invoke(options);
        otherOptions?.Invoke(options);
        var host = new DurableTaskHost(
            Faults is null ? new TableServiceClient(connection) : new FaultyTables(connection, Faults),
            new BlobServiceClient(connection),
            registry,
            options,
            new ServiceCollection().BuildServiceProvider(),
            Loggers);
        hosts.Add(host);
        return host;
    }

    public Task StartHostAsync(Action<DurableTaskRegistry>? otherTasks = null, Action<DurableTaskHostOptions>? otherOptions = null) =>
        AddHost(otherTasks, otherOptions).StartAsync(CancellationToken.None);

    /// <summary>Ends the host as the end of its process would, and starts another one on the same store.</summary>
    public async Task CrashAndRestartAsync(
        Action<DurableTaskRegistry>? otherTasks = null, Action<DurableTaskHostOptions>? otherOptions = null)
    {
        await Host.DisposeAsync();
        await StartHostAsync(otherTasks, otherOptions);
    }

    public async Task StopAndRestartAsync()
    {
        await Host.StopAsync(CancellationToken.None);
        await Host.DisposeAsync();
        await StartHostAsync();
    }

    public async Task<OrchestrationMetadata> RunAsync(string name, object? input = null)
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync(name, input);
        return await CompletionAsync(id);
    }

    public async Task<OrchestrationMetadata> CompletionAsync(string id)
    {
        using var limit = Patience.Limit();
        return await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, limit.Token);
    }

    public async Task<OrchestrationMetadata> StatusAsync(string id, Func<OrchestrationMetadata, bool> isReached)
    {
        OrchestrationMetadata? seen = null;
        await Patience.Until(async () => (seen = await Client.GetInstanceAsync(id, getInputsAndOutputs: true)) is { } now && isReached(now));
        return seen!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts) await host.DisposeAsync();
        if (folder is not null) TemporaryFolders.TryDelete(folder);
    }
}
