using Azure.Data.Tables;

namespace LocalDiplomacy.Embedded.Tests.DurableFile;

public sealed class AbruptEndTests : IDisposable
{
    private readonly TemporaryStore living = new();
    private readonly TemporaryStore found = new();

    public void Dispose()
    {
        living.Dispose();
        found.Dispose();
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_an_end_without_closing()
    {
        var table = new TableClient(living.ConnectionString, "rows");
        await table.CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i =>
            table.AddEntityAsync(new TableEntity($"p{i % 7}", $"{i:000}") { ["Number"] = i })));

        // What a killed process leaves: the file and its log, never closed, never checkpointed.
        File.Copy(living.Path, found.Path);
        File.Copy(living.Path + "-wal", found.Path + "-wal");
        var rows = new TableClient(found.ConnectionString, "rows").Query<TableEntity>().ToList();

        Assert.Equal(Enumerable.Range(0, 500), rows.Select(row => row.GetInt32("Number")!.Value).Order());
    }

    [Fact]
    public async Task A_log_cut_off_in_the_middle_loses_whole_transactions_only()
    {
        var table = new TableClient(living.ConnectionString, "rows");
        await table.CreateAsync();
        for (var i = 0; i < 40; i++)
            await table.SubmitTransactionAsync(Enumerable.Range(0, 5).Select(row =>
                new TableTransactionAction(TableTransactionActionType.Add, new TableEntity($"{i:00}", $"{row}"))));

        // A power cut while the disk was writing the log.
        File.Copy(living.Path, found.Path);
        var log = await ReadShared(living.Path + "-wal");
        await File.WriteAllBytesAsync(found.Path + "-wal", log[..(log.Length * 2 / 3)]);
        var partitions = new TableClient(found.ConnectionString, "rows").Query<TableEntity>().GroupBy(row => row.PartitionKey).ToList();

        Assert.InRange(partitions.Count, 1, 39);
        Assert.All(partitions, partition => Assert.Equal(5, partition.Count()));
        Assert.Equal(Enumerable.Range(0, partitions.Count).Select(i => $"{i:00}"), partitions.Select(partition => partition.Key));
    }

    private static async Task<byte[]> ReadShared(string path)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }
}
