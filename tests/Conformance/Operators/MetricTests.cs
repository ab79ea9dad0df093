using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using LocalDiplomacy.Conformance.Tests.EngineFaults;
using LocalDiplomacy.DurableTaskContract;
using Microsoft.DurableTask;

namespace LocalDiplomacy.Conformance.Tests.Operators;

/// <summary>The engine's metrics have the names and attributes of the messaging conventions.</summary>
public sealed class MetricTests : IDisposable
{
    private readonly ConcurrentQueue<Measurement> measured = new();
    private readonly MeterListener listener = new();

    public MetricTests()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "LocalDiplomacy.DurableTask") self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task Messages_are_counted_where_they_are_sent_and_taken_in_and_work_is_timed()
    {
        // Names that no other test uses: what is measured is the whole process's.
        await using var hub = await HubFixture.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Counted", async context =>
            {
                await context.CallActivityAsync("CountedWork");
                try
                {
                    await context.CallActivityAsync("CountedFailure");
                }
                catch (TaskFailedException)
                {
                    // That is what was to be counted.
                }
            })
            .AddActivityFunc("CountedWork", _ => { })
            .AddActivityFunc("CountedFailure", _ => throw new IOException("not to be seen")));

        await hub.RunAsync("Counted");
        await Patience.Until(() => Of("messaging.process.duration", "Counted").Count == 3);

        Assert.Equal(1, Sum("messaging.client.sent.messages", "Counted", "ExecutionStarted"));
        Assert.Equal(1, Sum("messaging.client.sent.messages", "CountedWork", "TaskScheduled"));
        Assert.Equal(1, Sum("messaging.client.consumed.messages", "CountedWork", "TaskScheduled"));
        Assert.Equal(1, Sum("messaging.client.consumed.messages", "Counted", "TaskCompleted"));
        Assert.Equal(1, Sum("messaging.client.consumed.messages", "Counted", "TaskFailed"));
        Assert.Equal(3, Of("messaging.client.operation.duration", "Counted").Count(one => one.Tags["messaging.operation.name"] == "commit"));
        Assert.Null(Assert.Single(Of("messaging.process.duration", "CountedWork")).Tags.GetValueOrDefault("error.type"));
        Assert.Equal("System.IO.IOException", Assert.Single(Of("messaging.process.duration", "CountedFailure")).Tags["error.type"]);
        var messaging = measured.Where(one => one.Name.StartsWith("messaging.", StringComparison.Ordinal)).ToArray();
        Assert.All(messaging, one => Assert.Equal("durabletask", one.Tags["messaging.system"]));
        Assert.All(messaging, one => Assert.Contains(one.Tags["messaging.destination.name"], new[] { "orchestrations", "activities" }));
        Assert.All(measured.SelectMany(one => one.Tags.Values), value => Assert.NotEqual("not to be seen", value));
    }

    [Fact]
    public async Task A_thread_that_an_orchestrator_keeps_is_counted_under_its_name()
    {
        var goesOn = true;
        await using var hub = await HubFixture.StartAsync(
            tasks => tasks.AddOrchestratorFunc("CountedLoop", _ =>
            {
                while (Volatile.Read(ref goesOn)) Thread.Yield();
                return Task.FromResult(0);
            }),
            options => options.OrchestratorTimeLimit = TimeSpan.FromMilliseconds(200));

        var failed = await hub.RunAsync("CountedLoop");
        Volatile.Write(ref goesOn, false);

        Assert.Equal("OrchestratorTimedOut", failed.FailureDetails!.ErrorType);
        Assert.Equal(1, Assert.Single(Of("durabletask.orchestrator.threads.lost", "CountedLoop")).Value);
    }

    private IReadOnlyList<Measurement> Of(string name, string task) =>
        [.. measured.Where(one => one.Name == name && one.Tags["durabletask.task.name"] == task)];

    private double Sum(string name, string task, string message) =>
        Of(name, task).Where(one => one.Tags.GetValueOrDefault("durabletask.message") == message).Sum(one => one.Value);

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        measured.Enqueue(new(instrument.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value?.ToString())));

    private sealed record Measurement(string Name, double Value, Dictionary<string, string?> Tags);
}
