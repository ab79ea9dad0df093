using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>What a replay has to repeat, and what it may change.</summary>
public abstract class DeterminismContract(IEngines engines) : Contract(engines)
{
    public enum Change
    {
        OtherActivity,
        TimerInstead,
        ChildInstead,
        EventSentFirst,
        NothingCalled,
        ReturnedEarly,
        OneMoreCall,
    }

    [Theory]
    [Holds(Rule.ReplayCheck)]
    [InlineData(Change.OtherActivity)]
    [InlineData(Change.TimerInstead)]
    [InlineData(Change.ChildInstead)]
    [InlineData(Change.EventSentFirst)]
    [InlineData(Change.NothingCalled)]
    [InlineData(Change.ReturnedEarly)]
    [InlineData(Change.OneMoreCall)]
    public async Task Code_that_does_something_else_on_replay_fails_the_instance_and_no_other(Change change)
    {
        await using var hub = await StartAsync(Original);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Changed");
        await hub.SaysAsync(id, "called");

        await hub.RestartAsync(tasks => Changed(tasks, change));
        await RaiseIfThereAsync(hub.Client, id);

        var done = await hub.CompletionAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.Contains("determinis", done.FailureDetails!.ErrorMessage, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("well", await hub.ResultAsync<string>("Other", "well"));
    }

    [Fact]
    [Holds(Rule.ReplayCheck)]
    public async Task Inputs_versions_and_fire_times_may_differ_on_replay()
    {
        Action<DurableTaskRegistry> Calling(string input, string version, int milliseconds) => tasks => tasks
            .AddOrchestratorFunc("Changed", async context =>
            {
                var first = await context.CallActivityAsync<string>("Echo", input, new TaskOptions { Version = version });
                await context.CreateTimer(TimeSpan.FromMilliseconds(milliseconds), CancellationToken.None);
                context.SetCustomStatus("called");
                await context.WaitForExternalEvent<object>("Go");
                return first;
            })
            .AddActivityFunc<string, string>("Echo", (_, text) => text);
        await using var hub = await StartAsync(Calling("old", "1.0", 5));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Changed");
        await hub.SaysAsync(id, "called");

        await hub.RestartAsync(Calling("new", "2.0", 9));
        await hub.Client.RaiseEventAsync(id, "Go");

        // What was done is done: the first result stands.
        Assert.Equal("old", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.ReplayCheck)]
    public async Task Code_after_the_point_that_was_reached_may_change()
    {
        await using var hub = await StartAsync(Original);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Changed");
        await hub.SaysAsync(id, "called");

        await hub.RestartAsync(tasks => tasks
            .AddOrchestratorFunc("Changed", async context =>
            {
                await context.CallActivityAsync("First");
                context.SetCustomStatus("called");
                await context.WaitForExternalEvent<object>("Go");
                return await context.CallActivityAsync<string>("New");
            })
            .AddActivityFunc("New", _ => "new step"));
        await hub.Client.RaiseEventAsync(id, "Go");

        Assert.Equal("new step", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.NewGuid)]
    public async Task New_guids_are_version_5_of_the_id_the_time_and_a_counter()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Guids", async context =>
        {
            var made = new List<Made>();
            for (var turn = 0; turn < 3; turn++)
            {
                made.Add(new Made(context.CurrentUtcDateTime, context.NewGuid()));
                made.Add(new Made(context.CurrentUtcDateTime, context.NewGuid()));
                await context.CreateTimer(TimeSpan.FromMilliseconds(2), CancellationToken.None);
            }

            return made;
        }));
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Guids", new StartOrchestrationOptions("협약/17"));

        var made = (await hub.CompletionAsync("협약/17")).ReadOutputAs<Made[]>()!;

        Assert.Equal(made.Select((one, counter) => Expected("협약/17", one.At, counter)), made.Select(one => one.Guid));
    }

    [Fact]
    [Holds(Rule.NewGuid)]
    public async Task New_guids_differ_between_instances_and_stay_the_same_on_replay()
    {
        await using var hub = await StartAsync(
            tasks => tasks.AddOrchestratorFunc("Guid", async context =>
            {
                var made = context.NewGuid();
                await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
                await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
                context.SetCustomStatus(made);
                return made;
            }),
            options => options.ReplaysEachTurn = true);

        var (one, other) = (await hub.RunAsync("Guid"), await hub.RunAsync("Guid"));

        Assert.NotEqual(one.ReadOutputAs<Guid>(), other.ReadOutputAs<Guid>());
        Assert.Equal(one.ReadCustomStatusAs<Guid>(), one.ReadOutputAs<Guid>());
    }

    [Fact]
    [Holds(Rule.Time)]
    public async Task The_orchestrator_knows_whether_it_is_replayed()
    {
        var seen = new System.Collections.Concurrent.ConcurrentQueue<bool>();
        await using var hub = await StartAsync(
            tasks => tasks.AddOrchestratorFunc("Twice", async context =>
            {
                seen.Enqueue(context.IsReplaying);
                await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
                if (context.IsReplaying) throw new InvalidOperationException("This is new.");
            }),
            options => options.ReplaysEachTurn = true);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await hub.RunAsync("Twice")).RuntimeStatus);
        Assert.Equal([false, true], seen);
    }

    [Fact]
    [Holds(Rule.ReplayCheck, Rule.Surface)]
    public async Task Every_kind_of_replay_safe_logger_says_its_line_once()
    {
        using var logs = new CollectedLogs();
        await using var hub = await StartAsync(
            tasks => tasks.AddOrchestratorFunc("Talker", async context =>
            {
                ILogger[] loggers =
                [
                    context.CreateReplaySafeLogger("by name"),
                    context.CreateReplaySafeLogger(typeof(DeterminismContract)),
                    context.CreateReplaySafeLogger<DeterminismContract>(),
                    context.ReplaySafeLoggerFactory.CreateLogger("by factory"),
                ];
                foreach (var logger in loggers) logger.LogInformation("said");
                await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
                await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
            }),
            options => (options.ReplaysEachTurn, options.Loggers) = (true, logs));

        await hub.RunAsync("Talker");

        Assert.Equal(4, logs.Lines.Count(line => line == "said"));
    }

    [Fact]
    [Holds(Rule.IllegalAwait)]
    public async Task To_await_what_has_ended_already_is_no_illegal_await()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Fine", async context =>
        {
            await Task.CompletedTask;
            var sum = await Task.FromResult(1) + await ValueTask.FromResult(2);
            await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
            return sum + await Local(context);
        }));

        Assert.Equal(6, await hub.ResultAsync<int>("Fine"));

        static async Task<int> Local(TaskOrchestrationContext context)
        {
            await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
            return 3;
        }
    }

    [Fact]
    [Holds(Rule.IllegalAwait)]
    public async Task Who_awaited_illegally_hurts_no_other()
    {
        await using var hub = await StartAsync(tasks =>
        {
            Original(tasks);
            tasks.AddOrchestratorFunc("Guilty", async _ => await Task.Delay(5));
        });
        var guilty = Enumerable.Range(0, 5).Select(_ => hub.RunAsync("Guilty")).ToList();
        var innocent = Enumerable.Range(0, 5).Select(number => hub.ResultAsync<string>("Other", $"{number}")).ToList();

        Assert.Equal(["0", "1", "2", "3", "4"], (await Task.WhenAll(innocent)).AsEnumerable());
        Assert.All(await Task.WhenAll(guilty), done => Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus));
    }

    /// <summary>RFC 9562, made here by other means than the engine's.</summary>
    private static Guid Expected(string instanceId, DateTime at, int counter)
    {
        var space = Convert.FromHexString("9e9529585e334daf827f2fa12937b875");
        var name = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{instanceId}_{at:o}_{counter}"));
#pragma warning disable CA5350 // The format prescribes SHA-1.
        var hash = SHA1.HashData([.. space, .. name]);
#pragma warning restore CA5350
        var hex = Convert.ToHexStringLower(hash)[..32].ToCharArray();
        hex[12] = '5';
        hex[16] = "89ab"[Convert.ToInt32(hex[16].ToString(), 16) & 3];
        return Guid.ParseExact(new string(hex), "N");
    }

    private static async Task RaiseIfThereAsync(DurableTaskClient client, string id)
    {
        try
        {
            await client.RaiseEventAsync(id, "Go");
        }
        catch (Exception finished) when (finished is not OutOfMemoryException)
        {
            // The engine found the difference before the event came.
        }
    }

    private static void Original(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("Changed", async context =>
        {
            await context.CallActivityAsync("First");
            context.SetCustomStatus("called");
            await context.WaitForExternalEvent<object>("Go");
        })
        .AddActivityFunc("First", _ => { })
        .AddOrchestratorFunc<string, string>("Other", (_, word) => word);

    private static void Changed(DurableTaskRegistry tasks, Change change) => tasks
        .AddOrchestratorFunc("Changed", async context =>
        {
            if (change == Change.ReturnedEarly) return;
            if (change == Change.EventSentFirst) context.SendEvent("nobody", "E", 1);
            await (change switch
            {
                Change.OtherActivity => context.CallActivityAsync("Second"),
                Change.TimerInstead => context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None),
                Change.ChildInstead => context.CallSubOrchestratorAsync("First"),
                Change.NothingCalled => Task.CompletedTask,
                _ => context.CallActivityAsync("First"),
            });
            if (change == Change.OneMoreCall) _ = context.CallActivityAsync("Second");
            await context.WaitForExternalEvent<object>("Go");
        })
        .AddActivityFunc("First", _ => { })
        .AddActivityFunc("Second", _ => { })
        .AddOrchestratorFunc<string, string>("Other", (_, word) => word);

    private sealed record Made(DateTime At, Guid Guid);
}
