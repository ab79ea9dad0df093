using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.DurableTaskContract;
using LocalDiplomacy.DurableTaskEngine;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Conformance.Tests.EngineFaults;

/// <summary>What runs drawn from seeds have found between two hosts' requests, each by its name and without chance.</summary>
public sealed class SimulatorFindingsInTheStoreTests
{
    [Fact]
    public async Task Rows_of_a_turn_that_was_cut_off_are_not_removed_once_somebody_else_has_put_them_down_anew()
    {
        await using var hub = await HubFixture.StartAsync(Tasks);
        var id = await WaitingAsync(hub);
        await hub.Host.DisposeAsync();
        var slow = (await hub.Store.LoadAsync(id, CancellationToken.None))!;
        var key = RowKeys.History(slow.Row.Generation, slow.Row.HistoryCount);
        var turn = new TurnCommit(slow.Row with { HistoryCount = slow.Row.HistoryCount + 1, TurnCount = slow.Row.TurnCount + 1 });
        turn.Added.Add(new TableEntity(id, key) { ["Kind"] = "ExecutionSuspended" });

        await hub.Store.CommitAsync(turn, CancellationToken.None);

        // To the slow one that row belongs to a turn that was cut off.
        await Assert.ThrowsAsync<TurnConflictException>(() => hub.Store.ClearAsync(slow.Row, [key], CancellationToken.None));
        Assert.Contains((await hub.Store.LoadAsync(id, CancellationToken.None))!.History, happened => happened.Number == slow.Row.HistoryCount);
    }

    [Fact]
    public async Task A_purge_that_meets_the_end_of_its_instance_is_carried_out()
    {
        await using var hub = await HubFixture.StartAsync(Tasks);
        var id = (await hub.RunAsync("Returns")).InstanceId;
        await hub.Host.StopAsync(CancellationToken.None);
        hub.Faults = new Faults(1, 0) { BeforeNextTransaction = () => TouchAsync(hub, id) };

        var purged = await hub.AddHost().Client.PurgeInstanceAsync(id);

        Assert.Equal(1, purged.PurgedInstanceCount);
        Assert.Null(await hub.Client.GetInstanceAsync(id));
    }

    [Fact]
    public async Task A_rewind_that_meets_the_end_of_its_instance_is_carried_out()
    {
        await using var hub = await HubFixture.StartAsync(Tasks);
        var id = (await hub.RunAsync("Throws")).InstanceId;
        await hub.Host.StopAsync(CancellationToken.None);
        hub.Faults = new Faults(1, 0) { BeforeNextTransaction = () => TouchAsync(hub, id) };

        await hub.AddHost().Client.RewindInstanceAsync(id, "again");

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await hub.Client.GetInstanceAsync(id))!.RuntimeStatus);
    }

    [Fact]
    public async Task A_purge_spares_the_value_of_an_instance_that_is_just_being_started_under_the_same_id()
    {
        var folder = Directory.CreateTempSubdirectory("conformance-").FullName;
        var connection = "DurableFile=" + Path.Combine(folder, "hub.db");
        var time = new ShiftedTime();
        var values = new HubStore(
            new TableServiceClient(connection), new BlobServiceClient(connection), new DurableTaskHostOptions { TimeProvider = time }).Values;
        var old = await values.KeepAsync("it", new string('o', 20_000), CancellationToken.None);
        var young = await values.KeepAsync("it", new string('y', 20_000), CancellationToken.None);

        await values.RemoveAllAsync("it", new HashSet<string> { old![1..] }, CancellationToken.None);
        await Assert.ThrowsAsync<Azure.RequestFailedException>(async () => await values.ReadAsync(old, CancellationToken.None));
        Assert.Equal(20_000, (await values.ReadAsync(young, CancellationToken.None))!.Length);

        // What nobody has named for so long belongs to a start that was cut off.
        time.Ahead = TimeSpan.FromHours(2);
        await values.RemoveAllAsync("it", new HashSet<string>(), CancellationToken.None);
        await Assert.ThrowsAsync<Azure.RequestFailedException>(async () => await values.ReadAsync(young, CancellationToken.None));
        LocalDiplomacy.DurableFile.DurableStore.Open(Path.Combine(folder, "hub.db")).Dispose();
        TemporaryFolders.TryDelete(folder);
    }

    /// <summary>As the host that clears up after the end does.</summary>
    private static async Task TouchAsync(HubFixture hub, string id) =>
        await hub.Store.FenceAsync((await hub.Store.FindAsync(id, CancellationToken.None))!, CancellationToken.None);

    private static async Task<string> WaitingAsync(HubFixture hub)
    {
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waits");
        await hub.Client.WaitForInstanceStartAsync(id).InTime();
        return id;
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("Returns", _ => { })
        .AddOrchestratorFunc("Throws", _ => throw new IOException("It ends badly."))
        .AddOrchestratorFunc("Waits", context => context.WaitForExternalEvent<object>("Never"));

    private sealed class ShiftedTime : TimeProvider
    {
        internal TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
