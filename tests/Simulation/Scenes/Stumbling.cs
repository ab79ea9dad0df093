using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Simulation.Scenes;

/// <summary>Fails together with its child, and is rewound.</summary>
internal sealed class Stumbling(Stage stage) : Scene(stage)
{
    private const string Id = "stumbling";
    private bool isMended;

    internal override void Register(DurableTaskRegistry tasks, Func<SimulatedHost> host) => tasks
        .AddOrchestratorFunc("Stumbling", async context =>
        {
            var first = await context.CallActivityAsync<int>("Step", 1);
            var child = context.CallSubOrchestratorAsync<int>("Stumbling child", 10, new SubOrchestrationOptions(instanceId: Id + "-child"));
            var other = context.CallActivityAsync<int>("Stumble", 100);
            return first + await child + await other + await context.CallActivityAsync<int>("Step", 1000);
        })
        .AddOrchestratorFunc<int, int>("Stumbling child", async (context, number) =>
            await context.CallActivityAsync<int>("Step", number) + await context.CallActivityAsync<int>("Stumble", number))
        .AddActivityFunc<int, int>("Stumble", (_, number) => isMended ? number : throw new InvalidOperationException("There is a stone."));

    internal override async Task PlayAsync()
    {
        await Stage.ScheduleAsync("Stumbling", Id);
        var failed = await Stage.EndOfAsync(Id);
        Stage.Expect(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus, "how the stumbling one ended");
        isMended = true;
        await Stage.InsistAsync(async client =>
        {
            try
            {
                await client.RewindInstanceAsync(Id, "mended");
            }
            catch (InvalidOperationException)
            {
                // Not failed any more: the try before had been carried out.
            }
        });
    }

    internal override async Task EndAsync() => Stage.Expect(1121, await Stage.ResultOfAsync<int>(Id), "the result after the rewind");
}
