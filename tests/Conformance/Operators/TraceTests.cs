using System.Collections.Concurrent;
using System.Diagnostics;
using LocalDiplomacy.Conformance.Tests.EngineFaults;
using LocalDiplomacy.DurableTaskContract;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Conformance.Tests.Operators;

/// <summary>One request is one trace, however many turns, activities, timers, events and children follow from it.</summary>
public sealed class TraceTests : IDisposable
{
    private const string Secret = "Ji-young 010-1234-5678";

    private readonly ActivitySource requests = new(nameof(TraceTests));
    private readonly ConcurrentQueue<Activity> ended = new();
    private readonly ActivityListener listener;

    public TraceTests()
    {
        listener = new()
        {
            ShouldListenTo = source => source.Name is "Microsoft.DurableTask" or nameof(TraceTests),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public void Dispose()
    {
        listener.Dispose();
        requests.Dispose();
    }

    [Fact]
    public async Task A_request_is_followed_through_turns_activities_timers_and_children()
    {
        await using var hub = await HubFixture.StartAsync(Tasks);
        var (trace, id) = await RequestAsync(() => hub.Client.ScheduleNewOrchestrationInstanceAsync("Parent", Secret));
        await hub.CompletionAsync(id);
        await Patience.Until(() => Of(trace, "orchestration:Child").Length == 2 && Of(trace, "orchestration:Parent").Length == 4);

        var create = Assert.Single(Of(trace, "create_orchestration:Parent"));
        var turns = Of(trace, "orchestration:Parent");
        Assert.All(turns, turn => Assert.Equal((create.SpanId, ActivityKind.Server), (turn.ParentSpanId, turn.Kind)));
        Assert.Equal(["Running", "Running", "Running", "Completed"], turns.Select(turn => (string?)turn.GetTagItem("durabletask.task.status")));
        var activity = Assert.Single(Of(trace, "activity:Work"));
        Assert.Equal(turns[0].SpanId, activity.ParentSpanId);
        Assert.Equal((id, 0), (activity.GetTagItem("durabletask.task.instance_id"), activity.GetTagItem("durabletask.task.task_id")));
        var timer = Assert.Single(Of(trace, "orchestration:Parent:timer"));
        Assert.Equal(turns[2].SpanId, timer.ParentSpanId);
        Assert.True(timer.Duration >= TimeSpan.FromMilliseconds(50), "The timer's span is as long as the timer.");
        Assert.All(Of(trace, "orchestration:Child"), turn => Assert.Equal(turns[2].SpanId, turn.ParentSpanId));
        Assert.All(Of(trace, "activity:Fails"), failed => Assert.Equal(ActivityStatusCode.Error, failed.Status));
        Assert.All(ended.Where(span => span.TraceId == trace).SelectMany(span => span.TagObjects.Select(tag => $"{tag.Value}").Append(span.StatusDescription ?? "")),
            text => Assert.DoesNotContain("Ji-young", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_goes_on_after_the_end_of_the_process()
    {
        await using var hub = await HubFixture.StartAsync(Tasks);
        var (trace, id) = await RequestAsync(() => hub.Client.ScheduleNewOrchestrationInstanceAsync("Waits"));
        await hub.StatusAsync(id, now => now.SerializedCustomStatus is not null);

        await hub.CrashAndRestartAsync();
        var (other, _) = await RequestAsync(async () =>
        {
            await hub.Client.RaiseEventAsync(id, "Go", Secret);
            return "";
        });
        await hub.CompletionAsync(id);
        await Patience.Until(() => Of(trace, "activity:Work").Length == 1 && Of(trace, "orchestration:Waits").Length == 3);

        var raise = Assert.Single(Of(other, "orchestration_event:Go"));
        Assert.Equal((ActivityKind.Producer, id), (raise.Kind, raise.GetTagItem("durabletask.event.target_instance_id")));
        var woken = Of(trace, "orchestration:Waits")[1];
        Assert.Equal(raise.SpanId, Assert.Single(woken.Links).Context.SpanId);
    }

    [Fact]
    public async Task An_event_between_orchestrations_links_their_traces()
    {
        await using var hub = await HubFixture.StartAsync(Tasks);
        var (waits, id) = await RequestAsync(() => hub.Client.ScheduleNewOrchestrationInstanceAsync("Waits"));
        await hub.StatusAsync(id, now => now.SerializedCustomStatus is not null);
        var (sends, _) = await RequestAsync(() => hub.Client.ScheduleNewOrchestrationInstanceAsync("Sends", id));
        await hub.CompletionAsync(id);
        await Patience.Until(() => Of(waits, "orchestration:Waits").Length == 3);

        var sent = Assert.Single(Of(sends, "orchestration_event:Go"));
        Assert.Contains(Of(waits, "orchestration:Waits"), turn => turn.Links.Any(link => link.Context.SpanId == sent.SpanId));
    }

    [Fact]
    public async Task A_start_that_is_refused_says_so()
    {
        await using var hub = await HubFixture.StartAsync(Tasks);
        var options = new StartOrchestrationOptions("only-one");
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waits", null, options);

        var trace = default(ActivityTraceId);
        await Assert.ThrowsAsync<DurableTaskEngine.OrchestrationAlreadyExistsException>(async () =>
        {
            using var request = requests.StartActivity("request");
            trace = request!.TraceId;
            await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waits", null, options);
        });

        Assert.Equal(ActivityStatusCode.Error, Assert.Single(Of(trace, "create_orchestration:Waits")).Status);
    }

    private async Task<(ActivityTraceId Trace, string Id)> RequestAsync(Func<Task<string>> ask)
    {
        using var request = requests.StartActivity("request")!;
        return (request.TraceId, await ask());
    }

    private Activity[] Of(ActivityTraceId trace, string name) =>
        [.. ended.Where(span => span.TraceId == trace && span.OperationName == name).OrderBy(span => span.StartTimeUtc)];

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<string, string>("Parent", async (context, input) =>
        {
            await context.CallActivityAsync("Work", input);
            await context.CreateTimer(TimeSpan.FromMilliseconds(50), CancellationToken.None);
            return await context.CallSubOrchestratorAsync<string>("Child", input);
        })
        .AddOrchestratorFunc<string, string>("Child", async (context, input) =>
        {
            try
            {
                await context.CallActivityAsync("Fails", input);
            }
            catch (TaskFailedException)
            {
                // That is what was to be seen.
            }

            return input;
        })
        .AddOrchestratorFunc("Waits", async context =>
        {
            context.SetCustomStatus("waiting");
            await context.WaitForExternalEvent<string>("Go");
            await context.CallActivityAsync("Work");
        })
        .AddOrchestratorFunc<string, bool>("Sends", (context, target) =>
        {
            context.SendEvent(target, "Go", Secret);
            return Task.FromResult(true);
        })
        .AddActivityFunc("Work", _ => { })
        .AddActivityFunc<string, object?>("Fails", (_, input) => throw new IOException(input));
}
