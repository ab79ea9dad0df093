using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Simulation.Scenes;

/// <summary>Suspended, resumed or not, and terminated while it runs, waits or is suspended.</summary>
internal sealed class Steered(Stage stage) : Scene(stage)
{
    internal override void Register(DurableTaskRegistry tasks, Func<SimulatedHost> host) => tasks
        .AddOrchestratorFunc("Steered", async context =>
        {
            while (true)
            {
                await context.CreateTimer(TimeSpan.FromMinutes(20), CancellationToken.None);
                await context.CallActivityAsync<int>("Step", 1);
                if (context.CurrentUtcDateTime.Minute % 3 != 0) continue;
                context.ContinueAsNew();
                return;
            }
        });

    internal override async Task PlayAsync()
    {
        await Stage.ScheduleAsync("Steered", "steered");
        for (var times = Stage.Chance.Between(0, 4); times > 0; times--)
        {
            await Stage.Wander();
            await Stage.InsistAsync(client => client.SuspendInstanceAsync("steered"));
            await Stage.Wander();
            if (Stage.Chance.OneIn(2)) await Stage.InsistAsync(client => client.ResumeInstanceAsync("steered"));
        }

        await Stage.Wander();
        await Stage.InsistAsync(client => client.TerminateInstanceAsync("steered", "enough"));
    }

    internal override async Task EndAsync()
    {
        var ended = await Stage.EndOfAsync("steered");
        Stage.Expect(OrchestrationRuntimeStatus.Terminated, ended.RuntimeStatus, "the end of what was terminated");
        Stage.Expect("enough", ended.ReadOutputAs<string>(), "the reason of what was terminated");
    }
}
