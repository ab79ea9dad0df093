using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.DurableTaskEngine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalDiplomacy.Faults.Tests;

/// <summary>A host on a durable file of its own, in this process.</summary>
internal sealed class TestHub : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ScratchFolder folder = new();
    private string? connection;
    private ILoggerFactory loggers = NullLoggerFactory.Instance;
    private DurableTaskHost host = null!;

    internal DurableTaskClient Client => host.Client;

    /// <param name="register">Its tasks.</param>
    /// <param name="configure">Its options.</param>
    /// <param name="connection">Of a storage other than a file of its own.</param>
    /// <param name="loggers">What the host says.</param>
    internal static async Task<TestHub> StartAsync(
        Action<DurableTaskRegistry> register, Action<DurableTaskHostOptions>? configure = null, string? connection = null, ILoggerFactory? loggers = null)
    {
        var hub = new TestHub { connection = connection, loggers = loggers ?? NullLoggerFactory.Instance };
        await hub.StartHostAsync(register, configure);
        return hub;
    }

    /// <summary>Ends the host as a crash would, and starts one with other code.</summary>
    internal async Task ReplaceAsync(Action<DurableTaskRegistry> register)
    {
        await host.DisposeAsync();
        await StartHostAsync(register, null);
    }

    internal async Task<OrchestrationMetadata> EndOfAsync(string id)
    {
        using var limit = new CancellationTokenSource(Patience);
        return await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    private Task StartHostAsync(Action<DurableTaskRegistry> register, Action<DurableTaskHostOptions>? configure)
    {
        connection ??= "DurableFile=" + Path.Combine(folder.Path, "hub.db");
        var tasks = new DurableTaskRegistry();
        register(tasks);
        var options = new DurableTaskHostOptions();
        configure?.Invoke(options);
        host = new DurableTaskHost(
            new TableServiceClient(connection),
            new BlobServiceClient(connection),
            tasks,
            options,
            new ServiceCollection().BuildServiceProvider(),
            loggers);
        return host.StartAsync(CancellationToken.None);
    }
}
