using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.DurableFile;
using LocalDiplomacy.DurableTaskContract;
using LocalDiplomacy.DurableTaskEngine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalDiplomacy.Conformance.Tests.Cost;

/// <summary>A hub whose clock stands, and whose requests of storage are counted: tables and blobs, reads and writes.</summary>
internal sealed class CountedHub : IAsyncDisposable
{
    private readonly CountingPolicy overHttp = new();
    private readonly DurableTaskHost host;
    private readonly string? file;

    private CountedHub(string connection, string? file, Action<DurableTaskRegistry> register)
    {
        this.file = file;
        var (tables, blobs, tasks) = (new TableClientOptions(), new BlobClientOptions(), new DurableTaskRegistry());
        tables.AddPolicy(overHttp, HttpPipelinePosition.PerRetry);
        blobs.AddPolicy(overHttp, HttpPipelinePosition.PerRetry);
        register(tasks);
        host = new DurableTaskHost(
            new TableServiceClient(connection, tables),
            new BlobServiceClient(connection, blobs),
            tasks,
            new DurableTaskHostOptions { HubName = "Counted", TimeProvider = Time },
            new ServiceCollection().BuildServiceProvider(),
            NullLoggerFactory.Instance);
    }

    internal ManualTime Time { get; } = new();

    internal DurableTaskClient Client => host.Client;

    internal long Requests => file is null ? overHttp.Requests : DurableStore.Open(file).Figures is var figures ? figures.Reads + figures.Writes : 0;

    internal static async Task<CountedHub> OnTheDurableFileAsync(Action<DurableTaskRegistry> register)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("conformance-").FullName, "hub.db");
        return await StartedAsync(new CountedHub("DurableFile=" + file, file, register));
    }

    internal static Task<CountedHub> OnAsync(string connection, Action<DurableTaskRegistry> register) =>
        StartedAsync(new CountedHub(connection, null, register));

    /// <summary>Returns when nothing is under way any more.</summary>
    internal Task StopAsync() => host.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        if (file is null) return;
        DurableStore.Open(file).Dispose();
        TemporaryFolders.TryDelete(Path.GetDirectoryName(file)!);
    }

    private static async Task<CountedHub> StartedAsync(CountedHub hub)
    {
        await hub.host.StartAsync(CancellationToken.None);
        return hub;
    }

    private sealed class CountingPolicy : HttpPipelineSynchronousPolicy
    {
        private long requests;

        internal long Requests => Interlocked.Read(ref requests);

        public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref requests);
    }
}
