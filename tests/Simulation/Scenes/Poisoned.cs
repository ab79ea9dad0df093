using Microsoft.DurableTask;

namespace LocalDiplomacy.Simulation.Scenes;

/// <summary>An activity that ends its process each time: it is given up after a bounded number of deaths, and its neighbours are not.</summary>
internal sealed class Poisoned(Stage stage) : Scene(stage)
{
    private int deaths;

    internal override void Register(DurableTaskRegistry tasks, Func<SimulatedHost> host) => tasks
        .AddOrchestratorFunc("Poisoned", async context =>
        {
            try
            {
                return await context.CallActivityAsync<string>("Deadly", new TaskOptions(new RetryPolicy(5, TimeSpan.FromSeconds(1))));
            }
            catch (TaskFailedException failed)
            {
                return failed.FailureDetails!.ErrorType;
            }
        })
        .AddOrchestratorFunc("Neighbour", async context => await context.CallActivityAsync<int>("Slow", 5))
        .AddActivityFunc<int, int>("Slow", async (_, number) =>
        {
            // Longer than what is left of the process while the deadly one is tried.
            await host().Rest(TimeSpan.FromMinutes(15));
            return number;
        })
        .AddActivityFunc<int, string>("Deadly", async (_, _) =>
        {
            deaths++;
            // Not awaited: it goes on after the end of the process that is this one.
            _ = Stage.ReplaceAsync(host());
            await SimulatedHost.Never;
            return string.Empty;
        });

    internal override async Task PlayAsync()
    {
        await Stage.ScheduleAsync("Poisoned", "poisoned");
        await Stage.ScheduleAsync("Neighbour", "neighbour");
    }

    internal override async Task EndAsync()
    {
        Stage.Expect("PoisonedActivity", await Stage.ResultOfAsync<string>("poisoned"), "the reason why the deadly activity was given up");
        Stage.Expect(true, deaths is > 0 and <= Stage.MostStarts, $"whether {deaths} deaths are in bounds");
        Stage.Expect(5, await Stage.ResultOfAsync<int>("neighbour"), "the result of the deadly one's neighbour");
    }
}
