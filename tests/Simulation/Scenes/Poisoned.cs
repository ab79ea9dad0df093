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
        .AddActivityFunc<int, string>("Deadly", async (_, _) =>
        {
            deaths++;
            // Not awaited: it goes on after the end of the process that is this one.
            _ = Stage.ReplaceAsync(host());
            await SimulatedHost.Never;
            return string.Empty;
        });

    internal override Task PlayAsync() => Stage.ScheduleAsync("Poisoned", "poisoned");

    internal override async Task EndAsync()
    {
        Stage.Expect("PoisonedActivity", await Stage.ResultOfAsync<string>("poisoned"), "the reason why the deadly activity was given up");
        Stage.Expect(true, deaths is > 0 and <= Stage.MostStarts, $"whether {deaths} deaths are in bounds");
    }
}
