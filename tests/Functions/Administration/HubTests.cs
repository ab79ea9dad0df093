using LocalDiplomacy.Functions.Administration;
using LocalDiplomacy.Functions.Tests.Running;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Tests.Administration;

[Collection(RunningCollection.Name)]
public sealed class HubTests(Association association)
{
    private const string Address = "/api/desk/hub";

    [Fact]
    public async Task It_is_for_the_desk_alone()
    {
        (await association.Nobody.GetAsync(Address)).Expect(401);
        (await association.Officer.GetAsync(Address)).Expect(403);
        (await association.Office.GetAsync(Address)).Expect(403);
        (await association.Administrator.GetAsync(Address)).Expect(200);
    }

    [Fact]
    public async Task It_counts_instances_by_status_and_knows_of_nothing_overdue()
    {
        var submitted = TimeProvider.System.GetUtcNow();
        await association.SubmittedAsync();

        // Counted some seconds ago at most: another count comes.
        System.Text.Json.Nodes.JsonNode hub = null!;
        await Waiting.UntilAsync("it was counted since", async () => (DateTimeOffset)(hub = (await association.Administrator.GetAsync(Address)).Expect(200).Json)["countedAt"]! > submitted);

        var statuses = hub["statuses"]!.AsArray().ToDictionary(one => (string)one!["status"]!, one => (Count: (int)one!["count"]!, IsComplete: (bool)one["isComplete"]!));
        Assert.Equal(["completed", "failed", "pending", "running", "suspended", "terminated"], statuses.Keys.Order());
        Assert.True(statuses["running"].Count > 0);
        Assert.True(statuses["running"].IsComplete);
        Assert.Equal(statuses["failed"].Count, hub["failed"]!.AsArray().Count);
        Assert.Empty(hub["overdueCases"]!.AsArray());
    }

    [Fact]
    public async Task However_many_there_are_it_reads_a_bounded_number_of_pages()
    {
        var engine = new EndlessEngine();

        var reading = await StatusReading.OfAsync(engine, OrchestrationRuntimeStatus.Failed, CancellationToken.None);

        Assert.Equal(StatusReading.MostPages, engine.PagesRead);
        Assert.Equal(StatusReading.MostPages * StatusReading.PageSize, reading.Count);
        Assert.False(reading.IsComplete);
        Assert.Equal(StatusReading.MostShown, reading.Shown.Count());
        Assert.Equal(OrchestrationRuntimeStatus.Failed, Assert.Single(engine.Asked.Statuses!));
        Assert.Equal($"instance-{reading.Count - 1}", reading.Oldest!.InstanceId);
    }

    /// <summary>It has always another page, of older instances.</summary>
    private sealed class EndlessEngine() : DurableTaskClient("endless")
    {
        private static readonly DateTimeOffset Newest = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public int PagesRead { get; private set; }

        public OrchestrationQuery Asked { get; private set; } = new();

        public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
        {
            Asked = filter!;
            return Pageable.Create<OrchestrationMetadata>((_, _, _) => Task.FromResult(
                new Page<OrchestrationMetadata>([.. Enumerable.Range(PagesRead++ * Asked.PageSize, Asked.PageSize).Select(Instance)], "more")));
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

        public override Task<string> ScheduleNewOrchestrationInstanceAsync(
            TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override Task<OrchestrationMetadata?> GetInstancesAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

        private static OrchestrationMetadata Instance(int number) => new("Any", $"instance-{number}") { CreatedAt = Newest.AddMinutes(-number), LastUpdatedAt = Newest };
    }
}
