using LocalDiplomacy.DurableTaskEngine;
using Microsoft.DurableTask;

namespace LocalDiplomacy.Simulation.Scenes;

/// <summary>One id again and again: run to its end, restarted, purged, written to while it is not there, started anew.</summary>
internal sealed class Phoenix(Stage stage) : Scene(stage)
{
    private const string Id = "phoenix";

    internal override void Register(DurableTaskRegistry tasks, Func<SimulatedHost> host) => tasks
        .AddOrchestratorFunc<string, string>("Phoenix", async (context, text) =>
        {
            var echo = await context.CallActivityAsync<string>("Echo", text);
            context.SetCustomStatus("burning");
            return echo + await context.CallActivityAsync<string>("Echo", "!");
        })
        .AddActivityFunc<string, string>("Echo", (_, text) => text);

    internal override async Task PlayAsync()
    {
        for (var life = Stage.Chance.Between(1, 4); life > 0; life--)
        {
            var text = new string((char)('a' + life), Stage.Chance.Between(1, 600));
            await Stage.ScheduleAsync("Phoenix", Id, text);
            await EndsWithAsync(text);
            if (Stage.Chance.OneIn(2)) await RestartAsync(text);
            await Stage.InsistAsync(client => client.PurgeInstanceAsync(Id));
            await IsGoneAsync();
        }

        await Stage.ScheduleAsync("Phoenix", Id, "last");
    }

    internal override async Task EndAsync()
    {
        await EndsWithAsync("last");
        await Stage.InsistAsync(client => client.PurgeInstanceAsync(Id));
        await IsGoneAsync();
        // The request of a process that ended in the middle leaves what it had not come to: it is found by the next purge, an hour later.
        await Stage.Pause(TimeSpan.FromHours(2));
        await Stage.ScheduleAsync("Phoenix", Id, "ashes");
        await EndsWithAsync("ashes");
        await Stage.InsistAsync(client => client.PurgeInstanceAsync(Id));
        Stage.Expect(0, Stage.Blobs.Names.Count(name => name.StartsWith($"{Id.Length}-{Id}/", StringComparison.Ordinal)), "the blobs left");
    }

    private async Task EndsWithAsync(string text) => Stage.Expect(text + "!", await Stage.ResultOfAsync<string>(Id), "what the phoenix said");

    private async Task RestartAsync(string text)
    {
        await Stage.InsistAsync(async client =>
        {
            try
            {
                await client.RestartAsync(Id);
            }
            catch (OrchestrationAlreadyExistsException)
            {
                // It runs: the try before had been carried out.
            }
        });
        await EndsWithAsync(text);
    }

    private async Task IsGoneAsync()
    {
        Stage.Expect(null, await Stage.InsistAsync(client => client.GetInstanceAsync(Id)), "what is left of the phoenix");
        try
        {
            await Stage.InsistAsync(client => client.RaiseEventAsync(Id, "Anything", 1));
            throw new InvalidOperationException("An event to an instance that is not there was acknowledged.");
        }
        catch (OrchestrationUnreachableException)
        {
        }
    }
}
