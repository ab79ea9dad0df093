using Azure.Data.Tables;
using Azure.Data.Tables.Storage;
using BenchmarkDotNet.Attributes;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Storage;

namespace LocalDiplomacy.Bench.Micro;

/// <summary>A row of the history on its way into the store and out of it, without the store.</summary>
public class HistoryRowBenchmark
{
    private readonly HistoryEvent happened = new(HistoryKind.TaskScheduled)
    {
        TaskId = 3,
        Turn = 2,
        Time = new DateTime(2031, 3, 1, 9, 0, 0, DateTimeKind.Utc),
        Name = "Greet",
        Data = "=\"Seoul\"",
    };

    private byte[] stored = [];

    [GlobalSetup]
    public void Store() => stored = Write();

    [Benchmark]
    public byte[] Write() => EntityJson.Write(EntityMapper.ToProperties(
        HistoryRow.Write(happened, "0123456789abcdef0123456789abcdef", RowKeys.History(0, 7))));

    [Benchmark]
    public object Read()
    {
        var properties = EntityJson.Read(stored);
        properties["RowKey"] = RowKeys.History(0, 7);
        return HistoryRow.Read(EntityMapper.FromProperties<TableEntity>(properties));
    }
}
