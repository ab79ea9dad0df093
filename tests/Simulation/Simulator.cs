using LocalDiplomacy.Simulation.Scenes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalDiplomacy.Simulation;

/// <summary>Two hosts on one hub, clients, a storage with weather, ends of processes at any step; all of it on one thread and one clock,
/// and all of it drawn from one seed.</summary>
public sealed class Simulator
{
    private const int MostSteps = 1_000_000;

    private readonly SeededChance chance;
    private readonly SimulatedThread thread;
    private readonly SimulatedClock clock = new();
    private readonly Stage stage;

    private Simulator(int seed, ILoggerFactory? loggers)
    {
        chance = new SeededChance(seed);
        thread = new SimulatedThread(chance);
        stage = new Stage(chance, clock, loggers ?? NullLoggerFactory.Instance);
        stage.Scenes = Draw();
    }

    /// <returns>What is wrong; nothing when all is well.</returns>
    public static SimulationResult Run(int seed, ILoggerFactory? loggers = null)
    {
        // Whatever the caller's context is, a test runner's for example, nothing may leave this thread for it.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return new Simulator(seed, loggers).Run();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private SimulationResult Run()
    {
        var play = thread.Start(PlayAsync);
        while (!play.IsCompleted && thread.Steps < MostSteps)
        {
            if (!thread.IsIdle) thread.Step();
            else thread.Start(() =>
            {
                clock.GoToNext();
                return Task.CompletedTask;
            });
        }

        IReadOnlyList<string> wrong = play switch
        {
            { IsCompletedSuccessfully: true } => Invariants.Broken(stage),
            { IsFaulted: true } => [play.Exception!.InnerException!.ToString()],
            _ => [$"Nothing came to an end in {MostSteps} steps.", .. Invariants.Unfinished(stage.Tables, Stage.Hub)],
        };
        return new SimulationResult(wrong, thread.Steps) { Scenes = string.Join(", ", stage.Scenes.Select(scene => scene.GetType().Name)) };
    }

    /// <summary>Most runs are short, so that many different ones are made; some have everything at once.</summary>
    private List<Scene> Draw()
    {
        List<Scene> all =
        [
            new Journey(stage), new Collector(stage), new Steered(stage), new Family(stage), new Phoenix(stage), new Stumbling(stage),
            new Poisoned(stage),
        ];
        var count = chance.OneIn(10) ? all.Count : chance.Between(1, 4);
        while (all.Count > count) all.RemoveAt(chance.Between(0, all.Count));
        return all;
    }

    private async Task PlayAsync()
    {
        await stage.OpenAsync();
        var disturbance = DisturbAsync();
        await Task.WhenAll([.. stage.Scenes.Select(scene => scene.PlayAsync()), disturbance]);
        stage.CalmDown();
        foreach (var scene in stage.Scenes) await scene.EndAsync();
        await stage.Pause(TimeSpan.FromHours(10));
    }

    private async Task DisturbAsync()
    {
        for (var ends = chance.Between(0, 6); ends > 0; ends--)
        {
            if (chance.OneIn(2)) await Stage.Steps(chance.Between(1, 1000));
            else await stage.Pause(TimeSpan.FromSeconds(chance.Between(1, 20_000)));
            await stage.ReplaceAnyAsync();
        }
    }
}
