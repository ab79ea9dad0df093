using Azure;
using Azure.Data.Tables;
using static Azure.Data.Tables.TableTransactionActionType;

namespace LocalDiplomacy.Embedded.Tests.Tables;

public abstract partial class TableContract
{
    [Fact]
    public async Task A_transaction_of_every_kind_is_applied()
    {
        var etag = (await Table.AddEntityAsync(Row("updated"))).Headers.ETag!.Value;
        await Table.AddEntityAsync(Row("deleted"));
        await Table.AddEntityAsync(new TableEntity("p", "merged") { ["Text"] = "kept" });

        var answer = await Table.SubmitTransactionAsync(
        [
            new(Add, Row("added")),
            new(UpdateReplace, Row("updated", "new"), etag),
            new(UpdateMerge, new TableEntity("p", "merged") { ["Number"] = 1 }),
            new(UpsertReplace, Row("upserted")),
            new(UpsertMerge, Row("upserted too")),
            new(Delete, Row("deleted")),
        ]);

        Assert.Equal(6, answer.Value.Count);
        Assert.All(answer.Value, response => Assert.Equal(204, response.Status));
        Assert.Equal(answer.Value[1].Headers.ETag, (await Table.GetEntityAsync<Row>("p", "updated")).Value.ETag);
        Assert.Equal("kept", (await Table.GetEntityAsync<Row>("p", "merged")).Value.Text);
        Assert.Equal(["added", "merged", "updated", "upserted", "upserted too"], Table.Query<Row>().Select(row => row.RowKey));
    }

    [Fact]
    public async Task A_conflict_undoes_the_whole_transaction()
    {
        await Table.AddEntityAsync(Row("there", "old"));

        var refusal = await Fails(409, "EntityAlreadyExists", new(Add, Row("new")), new(UpsertReplace, Row("x")), new(Add, Row("there")));

        Assert.Equal(2, refusal.FailedTransactionActionIndex);
        Assert.Equal(["there"], Table.Query<Row>().Select(row => row.RowKey));
    }

    [Fact]
    public async Task A_stale_version_undoes_the_whole_transaction()
    {
        var stale = (await Table.AddEntityAsync(Row("state"))).Headers.ETag!.Value;
        await Table.UpdateEntityAsync(Row("state", "newer"), stale);

        var refusal = await Fails(412, "UpdateConditionNotSatisfied", new(Add, Row("event")), new(UpdateReplace, Row("state", "lost"), stale));

        Assert.Equal(1, refusal.FailedTransactionActionIndex);
        Assert.Equal("newer", Assert.Single(Table.Query<Row>()).Text);
    }

    [Fact]
    public async Task A_missing_row_undoes_the_whole_transaction()
    {
        Assert.Equal(1, (await Fails(404, "ResourceNotFound", new(Add, Row("a")), new(UpdateMerge, Row("b")))).FailedTransactionActionIndex);
        Assert.Equal(0, (await Fails(404, "ResourceNotFound", new(Delete, Row("b")), new(Add, Row("a")))).FailedTransactionActionIndex);
        Assert.Empty(Table.Query<Row>());
    }

    [Fact]
    public async Task A_transaction_over_the_limits_is_refused_before_sending()
    {
        await Table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(i => new TableTransactionAction(Add, Row($"{i}"))));

        await Fails(400, "InvalidInput", [.. Enumerable.Range(0, 101).Select(i => new TableTransactionAction(UpsertReplace, Row($"x{i}")))]);
        await Fails(400, "CommandsInBatchActOnDifferentPartitions", new(Add, Row("y")), new(Add, Row("y", partition: "q")));
        await Fails(400, "InvalidDuplicateRow", new(Add, Row("y")), new(UpsertMerge, Row("y")));
        await Fails(413, "ContentLengthExceeded", [.. Enumerable.Range(0, 70).Select(i => new TableTransactionAction(Add, Row($"z{i}", new string('z', 32 * 1024))))]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Table.SubmitTransactionAsync([]));
        Assert.Equal(100, Table.Query<Row>().Count());
    }

    [Fact]
    public async Task A_transaction_needs_its_table()
    {
        await Table.DeleteAsync();

        Assert.Equal(404, (await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => Table.SubmitTransactionAsync([new(Add, Row("a")), new(Add, Row("b"))]))).Status);
    }

    [Fact]
    public async Task Of_many_writers_with_one_version_each_round_one_wins()
    {
        await Table.AddEntityAsync(new TableEntity("p", "state") { ["Count"] = 0 });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => CountUp(writer, rounds: 5))));

        Assert.Equal(40, (await Table.GetEntityAsync<TableEntity>("p", "state")).Value.GetInt32("Count"));
        Assert.Equal(41, Table.Query<TableEntity>().Count());
    }

    private async Task CountUp(int writer, int rounds)
    {
        for (var round = 0; round < rounds;)
        {
            var state = (await Table.GetEntityAsync<TableEntity>("p", "state")).Value;
            var count = state.GetInt32("Count")!.Value + 1;
            try
            {
                await Table.SubmitTransactionAsync(
                [
                    new(Add, new TableEntity("p", $"event {count:000}") { ["Writer"] = writer }),
                    new(UpdateReplace, new TableEntity("p", "state") { ["Count"] = count }, state.ETag),
                ]);
                round++;
            }
            catch (TableTransactionFailedException lost) when (lost.Status is 409 or 412)
            {
                // Another writer was first; read again.
            }
        }
    }

    private async Task<TableTransactionFailedException> Fails(int status, string code, params TableTransactionAction[] actions) =>
        Assert.IsType<TableTransactionFailedException>(
            await Refused(status, code, () => Table.SubmitTransactionAsync(actions)));
}
