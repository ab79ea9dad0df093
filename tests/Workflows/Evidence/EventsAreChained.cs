using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Archive;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.Evidence;

public sealed class EventsAreChained : IAsyncLifetime
{
    private readonly Association _association = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task Each_event_holds_the_hash_of_the_one_before()
    {
        var mou = await _association.BeginAsync(Sample.Submit, Sample.Accept, Sample.OpenSigning, Sample.GovernorSigns, Sample.MayorSigns);

        var link = Sha256($"localdiplomacy-case-1\n{mou.Id}\n");
        var rows = await RowsAsync(mou.Id);
        Assert.Equal(mou.Version, rows.Count);
        foreach (var row in rows)
        {
            link = Sha256(link + "\n" + ChunkedText.Take(row));
            Assert.Equal(link, row.GetString(CaseRows.Chain));
        }

        Assert.Equal(link, (await StateAsync(mou.Id)).GetString(CaseRows.Chain));
        Assert.Equal(link, (await ChainAsync(mou.Id))[^1].Hash.Value);
    }

    [Fact]
    public async Task A_record_from_before_chains_were_stored_has_one_and_goes_on()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        var before = await ChainAsync(mou.Id);
        await ForgetChainAsync(mou.Id);

        Assert.Equal(before, await ChainAsync(mou.Id));
        mou = await _association.DoAsync(mou.Id, Sample.Accept);

        var after = await ChainAsync(mou.Id);
        Assert.Equal(before, after.Take(before.Count));
        Assert.Equal(after[^1].Hash, EventChain.Next(before[^1].Hash, after[^1].Json));
        Assert.Equal(after[^1].Hash.Value, (await StateAsync(mou.Id)).GetString(CaseRows.Chain));
    }

    [Fact]
    public async Task An_event_that_somebody_wrote_over_is_found_by_its_number()
    {
        var mou = await _association.BeginAsync(Sample.Submit, Sample.RequestChanges);
        var row = (await RowsAsync(mou.Id))[1];
        row["Json0"] = row.GetString("Json0")!.Replace("review@gabon.example", "review@forged.example", StringComparison.Ordinal);
        await (await MousAsync()).UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        var broken = await Assert.ThrowsAsync<BrokenCaseException>(() => ChainAsync(mou.Id));

        Assert.Equal($"Event 2 of {mou.Id} is not what was stored: its link does not follow from the links before it.", broken.Message);
    }

    [Fact]
    public async Task An_event_that_somebody_removed_is_found_by_its_number()
    {
        var mou = await _association.BeginAsync(Sample.Submit, Sample.RequestChanges);
        await (await MousAsync()).DeleteEntityAsync(mou.Id.Value, CaseRows.NameOfEvent(2));

        var broken = await Assert.ThrowsAsync<BrokenCaseException>(() => ChainAsync(mou.Id));

        Assert.Equal($"{mou.Id} has no event 2.", broken.Message);
    }

    [Fact]
    public async Task A_store_that_moved_keeps_the_chains()
    {
        var mou = await _association.BeginAsync(Sample.Submit, Sample.Accept);
        var file = Path.Combine(Path.GetTempPath(), $"{mou.Id}.zip");
        await using var there = new Association();
        try
        {
            await _association.Get<StoreExport>().RunAsync(file, CancellationToken.None);
            await there.Get<StoreImport>().RunAsync(file, CancellationToken.None);
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Equal(await ChainAsync(mou.Id), await there.Get<CasePartition>().ChainAsync(mou.Id, int.MaxValue, CancellationToken.None));
        await there.DoAsync(mou.Id, Sample.OpenSigning);
        Assert.Equal(mou.Version + 1, (await there.Get<CasePartition>().ChainAsync(mou.Id, int.MaxValue, CancellationToken.None)).Count);
    }

    private Task<IReadOnlyList<ChainedEvent>> ChainAsync(MouId id) => _association.Get<CasePartition>().ChainAsync(id, int.MaxValue, CancellationToken.None);

    private ValueTask<TableClient> MousAsync() => _association.Get<Tables>().OpenAsync(Tables.Mous, CancellationToken.None);

    private async Task<TableEntity> StateAsync(MouId id) => (await (await MousAsync()).FindAsync(id.Value, CaseRows.State, CancellationToken.None))!;

    private async Task<List<TableEntity>> RowsAsync(MouId id)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in (await MousAsync()).QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {id.Value} and RowKey ge {"event-"} and RowKey le {"event-~"}")))
            rows.Add(row);
        return rows;
    }

    /// <summary>As the rows were before.</summary>
    private async Task ForgetChainAsync(MouId id)
    {
        foreach (var row in (await RowsAsync(id)).Append(await StateAsync(id)))
        {
            row.Remove(CaseRows.Chain);
            await (await MousAsync()).UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
        }
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
