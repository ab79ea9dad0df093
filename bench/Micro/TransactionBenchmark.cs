using Azure;
using Azure.Data.Tables;
using BenchmarkDotNet.Attributes;
using LocalDiplomacy.DurableFile;

namespace LocalDiplomacy.Bench.Micro;

/// <summary>A turn's rows in one transaction of the durable file: alone, so that it waits for the disk by itself, and 64 that share a sync.</summary>
public class TransactionBenchmark
{
    private const int Together = 64;
    private string folder = "";
    private TableClient table = null!;
    private int turn;

    [GlobalSetup]
    public void Open()
    {
        folder = Directory.CreateTempSubdirectory("localdiplomacy-bench-").FullName;
        table = new TableClient($"DurableFile={Path.Combine(folder, "store.db")}", "Turns");
        table.CreateIfNotExists();
    }

    [GlobalCleanup]
    public void Close()
    {
        DurableStore.Open(Path.Combine(folder, "store.db")).Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark]
    public Task Alone() => CommitAsync();

    [Benchmark(OperationsPerInvoke = Together)]
    public Task Shared() => Task.WhenAll(Enumerable.Range(0, Together).Select(_ => CommitAsync()));

    private async Task CommitAsync()
    {
        var partition = $"instance-{Interlocked.Increment(ref turn)}";
        await table.SubmitTransactionAsync(Enumerable.Range(0, 4).Select(number => new TableTransactionAction(
            TableTransactionActionType.Add,
            new TableEntity(partition, $"h{number:D8}") { ["Kind"] = "TaskScheduled", ["TaskId"] = number, ["Time"] = 1L, ["Data"] = "\"Seoul\"" },
            ETag.All)));
    }
}
