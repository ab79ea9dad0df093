using LocalDiplomacy.DurableTaskEngine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Simulation.Scenes;

/// <summary>Events from both hosts into an instance that waits with a timeout, is suspended and continues as new: none that was
/// acknowledged is lost, none comes twice, and those of one host come in their order.</summary>
internal sealed class Collector(Stage stage) : Scene(stage)
{
    private readonly int numbers = stage.Chance.Between(3, 12);
    private readonly Dictionary<int, int> acknowledged = [];
    private readonly List<int> refused = [];

    internal override void Register(DurableTaskRegistry tasks, Func<SimulatedHost> host) => tasks
        .AddOrchestratorFunc<List<int>, List<int>>("Collector", async (context, seen) =>
        {
            seen ??= [];
            for (var turn = 0; turn < 4; turn++)
            {
                int number;
                try
                {
                    number = await context.WaitForExternalEvent<int>("Number", TimeSpan.FromHours(5));
                }
                catch (TaskCanceledException)
                {
                    continue;
                }

                if (number < 0) return seen;
                seen.Add(number);
            }

            context.ContinueAsNew(seen);
            return seen;
        });

    internal override async Task PlayAsync()
    {
        await Stage.ScheduleAsync("Collector", "collector");
        for (var number = 0; number < numbers; number++)
        {
            await Stage.Wander();
            var isSuspended = Stage.Chance.OneIn(5);
            if (isSuspended) await Stage.InsistAsync(client => client.SuspendInstanceAsync("collector"));
            await SendAsync(number);
            await Stage.Pause(TimeSpan.FromSeconds(1));
            if (isSuspended) await Stage.InsistAsync(client => client.ResumeInstanceAsync("collector"));
        }
    }

    internal override async Task EndAsync()
    {
        await Stage.Pause(TimeSpan.FromSeconds(1));
        await Stage.InsistAsync(EndItAsync);
        var seen = await Stage.ResultOfAsync<int[]>("collector");
        foreach (var lost in acknowledged.Keys.Except(seen)) throw new InvalidOperationException($"Event {lost} was acknowledged and is lost.");
        if (seen.Distinct().Count() != seen.Length) throw new InvalidOperationException($"An event came twice: {string.Join(',', seen)}.");
        if (seen.Except(acknowledged.Keys).Except(refused).Any()) throw new InvalidOperationException("An event came that nobody sent.");
        foreach (var sent in seen.Where(acknowledged.ContainsKey).GroupBy(number => acknowledged[number]))
            if (!sent.SequenceEqual(sent.Order())) throw new InvalidOperationException($"Events of one host changed their order: {string.Join(',', seen)}.");
    }

    private static async Task EndItAsync(DurableTaskClient client)
    {
        try
        {
            await client.RaiseEventAsync("collector", "Number", -1);
        }
        catch (OrchestrationUnreachableException)
        {
            // It has ended: the try before had been carried out, by a process that ended.
        }
    }

    private async Task SendAsync(int number)
    {
        var host = Stage.AnyHost();
        try
        {
            await Stage.OnceAsync(host.Client.RaiseEventAsync("collector", "Number", number));
            acknowledged.Add(number, host.Place);
        }
        catch (Exception failed) when (Stage.IsWeather(failed))
        {
            refused.Add(number);
        }
    }
}
