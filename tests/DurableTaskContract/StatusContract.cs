using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>What an orchestrator tells of itself, and what is told of why it failed.</summary>
public abstract class StatusContract(IEngines engines) : Contract(engines)
{
    /// <summary>16 KiB of UTF-16 text, two quotation marks included.</summary>
    private const int Longest = (16 * 1024 / 2) - 2;

    [Theory]
    [Holds(Rule.CustomStatus)]
    [InlineData(Longest, true)]
    [InlineData(Longest + 1, false)]
    public async Task A_custom_status_takes_16_KiB_and_no_more(int length, bool isTaken)
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc<int>("Status", (context, letters) =>
            context.SetCustomStatus(new string('x', letters))));

        var done = await hub.RunAsync("Status", length);

        Assert.Equal(isTaken ? OrchestrationRuntimeStatus.Completed : OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.Equal(isTaken ? length : null, done.ReadCustomStatusAs<string>()?.Length);
    }

    [Fact]
    [Holds(Rule.CustomStatus)]
    public async Task A_custom_status_that_is_too_long_can_be_caught_and_the_last_one_stands()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Status", context =>
        {
            context.SetCustomStatus("short");
            Assert.ThrowsAny<ArgumentException>(() => context.SetCustomStatus(new string('x', 20_000)));
            return "went on";
        }));

        var done = await hub.RunAsync("Status");

        Assert.Equal(("went on", "short"), (done.ReadOutputAs<string>(), done.ReadCustomStatusAs<string>()));
    }

    [Fact]
    [Holds(Rule.CustomStatus)]
    public async Task The_last_custom_status_of_a_turn_is_seen_while_the_instance_runs()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Status", async context =>
        {
            context.SetCustomStatus(new Progress("drafted", 1));
            context.SetCustomStatus(new Progress("reviewed", 2));
            await context.WaitForExternalEvent<object>("Go");
            context.SetCustomStatus(null);
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Status");

        var now = await hub.StatusAsync(id, now => now.SerializedCustomStatus is not null);
        Assert.Equal(new Progress("reviewed", 2), now.ReadCustomStatusAs<Progress>());
        await hub.Client.RaiseEventAsync(id, "Go");

        Assert.Null((await hub.CompletionAsync(id)).SerializedCustomStatus);
    }

    [Fact]
    [Holds(Rule.CustomStatus)]
    public async Task A_custom_status_outlives_the_worker()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Status", async context =>
        {
            context.SetCustomStatus("waiting");
            await context.WaitForExternalEvent<object>("Go");
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Status");
        await hub.SaysAsync(id, "waiting");

        await hub.RestartAsync();
        await hub.Client.RaiseEventAsync(id, "Go");

        Assert.Equal("waiting", (await hub.CompletionAsync(id)).ReadCustomStatusAs<string>());
    }

    [Theory]
    [Holds(Rule.FailureDetails)]
    [InlineData("InTheOrchestrator")]
    [InlineData("InAnActivity")]
    [InlineData("InAChild")]
    [InlineData("Unknown")]
    public async Task The_reason_of_a_failure_can_be_read(string where)
    {
        await using var hub = await StartAsync(Failing);

        var done = await hub.RunAsync(where);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.Contains(where == "Unknown" ? "Unknown" : "the reason", ReasonOf(done), StringComparison.Ordinal);
    }

    [Fact]
    [Holds(Rule.FailureDetails)]
    public async Task The_reason_is_there_in_lists_and_without_inputs_and_outputs_too()
    {
        await using var hub = await StartAsync(Failing);
        var id = (await hub.RunAsync("InTheOrchestrator")).InstanceId;

        var alone = await hub.Client.GetInstanceAsync(id);
        var listed = new List<OrchestrationMetadata>();
        await foreach (var found in hub.Client.GetAllInstancesAsync()) listed.Add(found);

        Assert.Contains("the reason", ReasonOf(alone!), StringComparison.Ordinal);
        Assert.Contains("the reason", ReasonOf(Assert.Single(listed)), StringComparison.Ordinal);
    }

    [Fact]
    [Holds(Rule.FailureDetails)]
    public async Task Who_did_not_fail_has_no_failure()
    {
        await using var hub = await StartAsync(Failing);
        var completed = await hub.RunAsync("Good");
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiter");
        await hub.Client.TerminateInstanceAsync(id, "ended");

        Assert.Null(completed.FailureDetails);
        Assert.Null((await hub.CompletionAsync(id)).FailureDetails);
    }

    [Fact]
    [Holds(Rule.PoisonWork)]
    public async Task An_activity_whose_worker_dies_each_time_is_given_up_and_shown_and_others_go_on()
    {
        var starts = 0;
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Poisoned", async context => await context.CallActivityAsync("Poison"))
            .AddActivityFunc("Poison", async _ =>
            {
                Interlocked.Increment(ref starts);
                await Task.Delay(Timeout.Infinite);
            })
            .AddOrchestratorFunc<string, string>("Healthy", (_, word) => word));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Poisoned");

        for (var deaths = 1; deaths <= 100; deaths++)
        {
            var expected = deaths;
            await Patience.Until(async () =>
                Volatile.Read(ref starts) >= expected || (await hub.Client.GetInstanceAsync(id))!.IsCompleted);
            if ((await hub.Client.GetInstanceAsync(id))!.IsCompleted) break;
            await hub.RestartAsync();
        }

        var done = await hub.CompletionAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.Contains("Poison", ReasonOf(done), StringComparison.Ordinal);
        Assert.Equal("well", await hub.ResultAsync<string>("Healthy", "well"));
    }

    /// <summary>The one place where failure details may be missing.</summary>
    private static string ReasonOf(OrchestrationMetadata failed) => failed.FailureDetails is { } details
        ? $"{details.ErrorMessage} {details.InnerFailure?.ErrorMessage}"
        : failed.SerializedOutput ?? "";

    private static void Failing(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("InTheOrchestrator", _ => throw new InvalidOperationException("the reason"))
        .AddOrchestratorFunc("InAnActivity", async context => await context.CallActivityAsync("Bad"))
        .AddOrchestratorFunc("InAChild", async context => await context.CallSubOrchestratorAsync("InTheOrchestrator"))
        .AddOrchestratorFunc("Good", _ => "good")
        .AddOrchestratorFunc("Waiter", context => context.WaitForExternalEvent<object>("Never"))
        .AddActivityFunc("Bad", _ => throw new IOException("the reason"));

    private sealed record Progress(string Step, int Number);
}
