using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Simulation.Scenes;

/// <summary>Three generations that wait: terminated with their children, then purged with them.</summary>
internal sealed class Family(Stage stage) : Scene(stage)
{
    private static readonly string[] Ids = ["family-3", "family-2", "family-1"];

    internal override void Register(DurableTaskRegistry tasks, Func<SimulatedHost> host) => tasks
        .AddOrchestratorFunc<int, int>("Relative", async (context, elders) =>
        {
            await context.CallActivityAsync<int>("Step", elders);
            if (elders == 1) return await context.WaitForExternalEvent<int>("Never");
            return await context.CallSubOrchestratorAsync<int>(
                "Relative", elders - 1, new SubOrchestrationOptions(instanceId: $"family-{elders - 1}"));
        });

    internal override async Task PlayAsync()
    {
        await Stage.ScheduleAsync("Relative", Ids[0], 3);
        await Stage.Wander();
        await Stage.Wander();
        await Stage.InsistAsync(client => client.TerminateInstanceAsync(
            Ids[0], new TerminateInstanceOptions { Output = "enough", Recursive = true }));
    }

    internal override async Task EndAsync()
    {
        var ended = await Stage.EndOfAsync(Ids[0]);
        Stage.Expect(OrchestrationRuntimeStatus.Terminated, ended.RuntimeStatus, "the end of the family");
        await Stage.Pause(TimeSpan.FromHours(10));
        foreach (var id in Ids)
        {
            var relative = await Stage.InsistAsync(client => client.GetInstanceAsync(id));
            Stage.Expect(true, relative is null or { RuntimeStatus: OrchestrationRuntimeStatus.Terminated }, $"whether {id} was terminated too");
        }

        await Stage.InsistAsync(client => client.PurgeInstanceAsync(Ids[0], new PurgeInstanceOptions { Recursive = true }));
        foreach (var id in Ids) Stage.Expect(null, await Stage.InsistAsync(client => client.GetInstanceAsync(id)), $"what is left of {id}");
    }
}
