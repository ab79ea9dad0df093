using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

public abstract class ContinueAsNewContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.ContinueAsNew)]
    public async Task Input_name_tags_and_version_go_on()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc<int, string>("Count", async (context, number) =>
        {
            await Task.CompletedTask;
            if (number < 20) context.ContinueAsNew(number + 1);
            return $"{number}/{context.Version}";
        }));

        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Count", 0, new StartOrchestrationOptions
        {
            Version = "1.2",
            Tags = new Dictionary<string, string> { ["office"] = "Jeju" },
        });

        var done = await hub.CompletionAsync(id);
        Assert.Equal("20/1.2", done.ReadOutputAs<string>());
        Assert.Equal("Jeju", done.Tags["office"]);
        Assert.Equal("Count", done.Name);
        Assert.Equal(20, done.ReadInputAs<int>());
    }

    [Fact]
    [Holds(Rule.ContinueAsNew)]
    public async Task A_new_version_can_be_named()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc<int, string>("Upgrade", (context, number) =>
        {
            if (number == 0) context.ContinueAsNew(new ContinueAsNewOptions { NewInput = 1, NewVersion = "2.0" });
            return Task.FromResult(context.Version);
        }));

        Assert.Equal("2.0", (await hub.RunAsync("Upgrade", 0)).ReadOutputAs<string>());
    }

    [Theory]
    [Holds(Rule.ContinueAsNew)]
    [InlineData(true, "kept")]
    [InlineData(false, "dropped")]
    public async Task Unclaimed_events_are_carried_over_unless_asked_otherwise(bool preserve, string expected)
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc<int, string>("Carry", async (context, round) =>
        {
            if (round == 0)
            {
                await context.WaitForExternalEvent<object>("Go");
                context.ContinueAsNew(1, preserve);
                return "";
            }

            try
            {
                return await context.WaitForExternalEvent<string>("Early", TimeSpan.FromMilliseconds(100));
            }
            catch (TaskCanceledException)
            {
                return "dropped";
            }
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Carry", 0);

        await hub.Client.RaiseEventAsync(id, "Early", "kept");
        await hub.Client.RaiseEventAsync(id, "Go");

        Assert.Equal(expected, (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.ContinueAsNew)]
    public async Task To_throw_afterwards_fails_the_instance()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Both", context =>
        {
            context.ContinueAsNew();
            throw new InvalidOperationException("after all");
        }));

        var done = await hub.RunAsync("Both");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.Equal("after all", done.FailureDetails!.ErrorMessage);
    }

    [Fact]
    [Holds(Rule.ContinueAsNew)]
    public async Task The_result_of_a_task_of_the_last_execution_is_dropped()
    {
        var release = new TaskCompletionSource();
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc<int, string>("Leave", async (context, round) =>
            {
                if (round > 0) return await context.CallActivityAsync<string>("Second");
                _ = context.CallActivityAsync<string>("First");
                await context.WaitForExternalEvent<object>("Go");
                context.ContinueAsNew(1);
                return "";
            })
            .AddActivityFunc("First", async _ =>
            {
                await release.Task;
                return "of the first execution";
            })
            .AddActivityFunc("Second", async _ =>
            {
                release.TrySetResult();
                await Task.Yield();
                return "of the second execution";
            }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Leave", 0);

        await hub.Client.RaiseEventAsync(id, "Go");

        Assert.Equal("of the second execution", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }
}
