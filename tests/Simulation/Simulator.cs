using Azure.Storage.Blobs;
using LocalDiplomacy.DurableTaskEngine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalDiplomacy.Simulation;

/// <summary>Two hosts on one hub, clients, a storage with weather, ends of processes at any step; all of it on one thread and one clock,
/// and all of it drawn from one seed.</summary>
public sealed class Simulator
{
    private const string Hub = "Simulated";
    private const int MostSteps = 400_000;
    private const int Numbers = 12;

    private readonly SeededChance chance;
    private readonly SimulatedThread thread;
    private readonly SimulatedClock clock = new();
    private readonly MemoryTables storage = new();
    private readonly ILoggerFactory loggers;
    private readonly (DurableTaskHost Host, Weather Weather)[] hosts = new (DurableTaskHost, Weather)[2];
    private readonly List<int> acknowledged = [];
    private readonly List<int> refused = [];
    private readonly int oneFaultIn;
    private bool isQuiet;

    private Simulator(int seed, ILoggerFactory? loggers)
    {
        chance = new SeededChance(seed);
        thread = new SimulatedThread(chance);
        this.loggers = loggers ?? NullLoggerFactory.Instance;
        oneFaultIn = new[] { 0, 25, 60, 200 }[chance.Between(0, 4)];
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
            { IsCompletedSuccessfully: true } => Invariants.Broken(storage, Hub),
            { IsFaulted: true } => [play.Exception!.InnerException!.ToString()],
            _ => [$"Nothing came to an end in {MostSteps} steps.", .. Invariants.Unfinished(storage, Hub)],
        };
        return new SimulationResult(wrong, thread.Steps);
    }

    private async Task PlayAsync()
    {
        await StartHostAsync(0);
        await StartHostAsync(1);
        var disturbance = DisturbAsync();
        await ScheduleAsync("Journey", "journey", 0);
        await ScheduleAsync("Collector", "collector", null);
        await ScheduleAsync("Steered", "steered", null);
        var events = SendNumbersAsync();
        var steering = SteerAsync();
        await events;
        await steering;
        await disturbance;
        isQuiet = true;
        foreach (var (_, weather) in hosts) weather.IsCalm = true;

        Expect(Plays.JourneyResult, (await EndOfAsync("journey")).ReadOutputAs<string>(), "the journey's result");
        Expect(OrchestrationRuntimeStatus.Terminated, (await EndOfAsync("steered")).RuntimeStatus, "the end of what was terminated");
        await Pause(TimeSpan.FromSeconds(1));
        await InsistAsync(client => client.RaiseEventAsync("collector", "Number", -1), "collector");
        CheckNumbers((await EndOfAsync("collector")).ReadOutputAs<int[]>()!);
        await Pause(TimeSpan.FromHours(10));
    }

    private async Task StartHostAsync(int index)
    {
        var weather = new Weather(chance, oneFaultIn) { IsCalm = isQuiet };
        var registry = new DurableTaskRegistry();
        Plays.Register(registry, () => !isQuiet && chance.OneIn(3));
        var options = new DurableTaskHostOptions
        {
            HubName = Hub,
            TimeProvider = clock,
            Chance = chance,
            TakesOverAtStart = false,
            MaximumActivityStarts = 1000,
            SweepEvery = TimeSpan.FromHours(1),
            KeepIdleInstancesFor = TimeSpan.FromSeconds(chance.Between(0, 3) * 20),
        };
        var host = new DurableTaskHost(
            new SimulatedTables(storage, weather),
            new BlobServiceClient("DurableFile=never-opened.db"),
            registry,
            options,
            new ServiceCollection().BuildServiceProvider(),
            loggers);
        hosts[index] = (host, weather);
        await host.StartAsync(CancellationToken.None);
    }

    /// <summary>Ends a host between any two of its steps, and starts another one in its place.</summary>
    private async Task DisturbAsync()
    {
        for (var ends = chance.Between(0, 6); ends > 0; ends--)
        {
            if (chance.OneIn(2)) await Steps(chance.Between(1, 2000));
            else await Pause(TimeSpan.FromSeconds(chance.Between(1, 200_000)));
            var index = chance.Between(0, 2);
            var (host, weather) = hosts[index];
            weather.HasEnded = true;
            await host.DisposeAsync();
            if (chance.OneIn(2)) await Steps(chance.Between(1, 300));
            await StartHostAsync(index);
        }
    }

    private async Task SendNumbersAsync()
    {
        for (var number = 0; number < Numbers; number++)
        {
            await Wander();
            try
            {
                await AnyClient().RaiseEventAsync("collector", "Number", number).WaitAsync(TimeSpan.FromMinutes(10), clock);
                acknowledged.Add(number);
            }
            catch (Exception failed) when (failed is Azure.RequestFailedException or TimeoutException)
            {
                refused.Add(number);
            }
        }
    }

    private async Task SteerAsync()
    {
        for (var times = chance.Between(0, 4); times > 0; times--)
        {
            await Wander();
            await Pause(TimeSpan.FromSeconds(1));
            await InsistAsync(client => client.SuspendInstanceAsync("steered"), "steered");
            await InsistAsync(client => client.SuspendInstanceAsync("journey"), "journey");
            await Wander();
            // Requests of the same instant through two hosts have no order.
            await Pause(TimeSpan.FromSeconds(1));
            await InsistAsync(client => client.ResumeInstanceAsync("journey"), "journey");
            if (chance.OneIn(2)) await InsistAsync(client => client.ResumeInstanceAsync("steered"), "steered");
        }

        await Wander();
        await InsistAsync(client => client.TerminateInstanceAsync("steered"), "steered");
    }

    private Task ScheduleAsync(string name, string id, object? input) => InsistAsync(
        async client =>
        {
            try
            {
                await client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(id));
            }
            catch (OrchestrationAlreadyExistsException)
            {
                // The try before had been carried out; its reply was lost.
            }
        },
        id);

    /// <summary>Again and again until it is acknowledged, from whichever host is there.</summary>
    private async Task InsistAsync(Func<DurableTaskClient, Task> request, string what)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await request(AnyClient()).WaitAsync(TimeSpan.FromMinutes(10), clock);
                return;
            }
            catch (Exception failed) when (failed is Azure.RequestFailedException or TimeoutException)
            {
                if (attempt > 100) throw new InvalidOperationException($"Nothing could be asked of {what}.", failed);
            }
        }
    }

    private async Task<OrchestrationMetadata> EndOfAsync(string id)
    {
        while (true)
        {
            try
            {
                if (await hosts[0].Host.Client.GetInstanceAsync(id, true) is { IsCompleted: true } ended)
                    return ended.RuntimeStatus == OrchestrationRuntimeStatus.Failed
                        ? throw new InvalidOperationException($"{id} failed: {ended.FailureDetails}")
                        : ended;
            }
            catch (Azure.RequestFailedException)
            {
                // Of before the calm.
            }

            await Pause(TimeSpan.FromHours(5));
        }
    }

    private void CheckNumbers(int[] seen)
    {
        var sent = seen.Where(number => number >= 0).ToArray();
        foreach (var lost in acknowledged.Except(sent)) throw new InvalidOperationException($"Event {lost} was acknowledged and is lost.");
        if (sent.Distinct().Count() != sent.Length) throw new InvalidOperationException($"An event came twice: {string.Join(',', sent)}.");
        if (sent.Except(acknowledged).Except(refused).Any()) throw new InvalidOperationException("An event came that nobody sent.");
    }

    private DurableTaskClient AnyClient() => hosts[chance.Between(0, 2)].Host.Client;

    private async Task Wander()
    {
        if (chance.OneIn(3)) await Pause(TimeSpan.FromSeconds(chance.Between(1, 20_000)));
        else await Steps(chance.Between(1, 200));
    }

    private Task Pause(TimeSpan time) => Task.Delay(time, clock);

    private static async Task Steps(int count)
    {
        for (; count > 0; count--) await Task.Yield();
    }

    private static void Expect<T>(T expected, T actual, string what)
    {
        if (!Equals(expected, actual)) throw new InvalidOperationException($"Expected {expected} as {what}, but it is {actual}.");
    }
}
