using System.Text;
using LocalDiplomacy.DurableFile;

namespace LocalDiplomacy.Embedded.Tests.DurableFile;

public sealed class GroupCommitTests : IDisposable
{
    private readonly TemporaryStore file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task One_that_fails_in_a_group_does_not_hurt_the_others()
    {
        var store = file.Open();
        var table = await CreateTable(store);
        using var hold = new ManualResetEventSlim();

        // The writer is busy, so that all that follow wait and are committed as one group.
        var busy = store.WriteAsync(_ => hold.Wait(TimeSpan.FromSeconds(30)));
        var writes = Enumerable.Range(0, 50).Select(i => store.WriteAsync(scope => PutTwo(scope, table, i))).ToArray();
        hold.Set();
        await busy;
        var outcomes = await Task.WhenAll(writes.Select(Outcome));

        Assert.Equal(Enumerable.Range(0, 50).Select(i => i % 5 != 0), outcomes);
        Assert.Equal(80, store.Read(scope => scope.Tables.Scan(table, new KeyRange()).Count()));
    }

    [Fact]
    public async Task Waiting_transactions_share_one_commit()
    {
        var store = file.Open();
        var table = await CreateTable(store);
        using var hold = new ManualResetEventSlim();
        var seen = new List<int>();

        var busy = store.WriteAsync(_ => hold.Wait(TimeSpan.FromSeconds(30)));
        var writes = Enumerable.Range(0, 20).Select(i => store.WriteAsync(scope =>
        {
            // A reader beside the writer sees nothing of the group until its one commit.
            seen.Add(store.Read(read => read.Tables.Scan(table, new KeyRange()).Count()));
            return PutTwo(scope, table, (5 * i) + 1);
        })).ToArray();
        hold.Set();
        await busy;
        await Task.WhenAll(writes);

        Assert.All(seen, count => Assert.Equal(0, count));
        Assert.Equal(40, store.Read(scope => scope.Tables.Scan(table, new KeyRange()).Count()));
    }

    [Fact]
    public async Task A_transaction_sees_those_before_it_and_itself()
    {
        var store = file.Open();
        var table = await CreateTable(store);

        var counts = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => store.WriteAsync(scope =>
        {
            var count = BitConverter.ToInt32(scope.Tables.Get(table, "p", "count")?.Body ?? new byte[4]) + 1;
            scope.Tables.Put(table, "p", "count", BitConverter.GetBytes(count));
            return BitConverter.ToInt32(scope.Tables.Get(table, "p", "count")!.Body);
        })));

        Assert.Equal(Enumerable.Range(1, 100), counts.Order());
    }

    [Fact]
    public async Task Stamps_grow_even_when_the_clock_does_not()
    {
        var clock = new StoppedClock();
        var store = DurableStore.Open(file.Path, clock);
        var stamps = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => store.WriteAsync(scope => scope.Stamp)));
        store.Dispose();

        clock.Now = clock.Now.AddHours(-1);
        var afterwards = await DurableStore.Open(file.Path, clock).WriteAsync(scope => scope.Stamp);

        Assert.Equal(stamps.Order().Distinct(), stamps);
        Assert.True(afterwards > stamps[^1]);
    }

    [Fact]
    public async Task A_cancelled_call_is_not_carried_out()
    {
        var store = file.Open();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => store.WriteAsync(scope => scope.Tables.Create("never"), new CancellationToken(canceled: true)));

        Assert.Empty(store.Read(scope => scope.Tables.Names()));
    }

    private static async Task<long> CreateTable(DurableStore store)
    {
        await store.WriteAsync(scope => scope.Tables.Create("rows"));
        return store.Read(scope => scope.Tables.Find("ROWS"))!.Value;
    }

    private static int PutTwo(WriteScope scope, long table, int number)
    {
        scope.Tables.Put(table, $"{number}", "first", Encoding.UTF8.GetBytes("1"));
        if (number % 5 == 0)
            throw new InvalidOperationException("Every fifth is refused between its two rows.");
        scope.Tables.Put(table, $"{number}", "second", Encoding.UTF8.GetBytes("2"));
        return number;
    }

    private static async Task<bool> Outcome(Task<int> write)
    {
        try
        {
            await write;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private sealed class StoppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
