using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>Many at once.</summary>
public abstract class CrowdContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.Completion)]
    public async Task Five_hundred_activities_are_fanned_out_and_in()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Wide", async context =>
            {
                var calls = Enumerable.Range(0, 500).Select(number => context.CallActivityAsync<int>("Square", number)).ToList();
                return await Task.WhenAll(calls);
            })
            .AddActivityFunc<int, int>("Square", (_, number) => number * number));

        Assert.Equal(Enumerable.Range(0, 500).Select(number => number * number), await hub.ResultAsync<int[]>("Wide"));
    }

    [Fact]
    [Holds(Rule.Completion)]
    public async Task Fifty_orchestrations_run_beside_each_other()
    {
        await using var hub = await StartAsync(HelloCities.Register);

        var done = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => hub.RunAsync(HelloCities.Name)));

        Assert.All(done, one => Assert.Equal("Hello Gwangju", one.ReadOutputAs<string[]>()![4]));
    }

    [Fact]
    [Holds(Rule.SubOrchestration)]
    public async Task A_hundred_children_answer_their_parent()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", async context =>
                await Task.WhenAll(Enumerable.Range(0, 100).Select(number => context.CallSubOrchestratorAsync<int>("Child", number))))
            .AddOrchestratorFunc<int, int>("Child", async (context, number) => await context.CallActivityAsync<int>("Twice", number))
            .AddActivityFunc<int, int>("Twice", (_, number) => 2 * number));

        Assert.Equal(Enumerable.Range(0, 100).Select(number => 2 * number), await hub.ResultAsync<int[]>("Parent"));
    }

    [Fact]
    [Holds(Rule.Timers)]
    public async Task Two_hundred_timers_of_one_instance_all_fire()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Clocks", async context =>
        {
            await Task.WhenAll(Enumerable.Range(1, 200).Select(
                number => context.CreateTimer(TimeSpan.FromMilliseconds(number), CancellationToken.None)));
            return "all";
        }));

        Assert.Equal("all", await hub.ResultAsync<string>("Clocks"));
    }
}
