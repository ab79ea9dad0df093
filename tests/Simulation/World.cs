using LocalDiplomacy.DurableTaskEngine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalDiplomacy.Simulation;

/// <summary>Hosts on one hub in memory, on one thread and one clock, with the options that a real one has by default: for what takes a
/// machine minutes. The same seed gives the same run.</summary>
internal sealed class World
{
    private const int MostSteps = 3_000_000;

    private const string Hub = "World";

    private readonly ServiceProvider services = new ServiceCollection().BuildServiceProvider();
    private readonly SimulatedClock clock = new();
    private readonly SeededChance chance;
    private readonly HostClock time;
    private readonly MemoryTables tables = new();
    private readonly MemoryBlobs blobs = new();
    private int hosts;

    private World(SeededChance chance) => (this.chance, time) = (chance, new HostClock(clock));

    internal DateTimeOffset Now => clock.Now;

    /// <summary>Runs a play to its end.</summary>
    internal static void Run(int seed, Func<World, Task> play)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var chance = new SeededChance(seed);
            var (world, thread) = (new World(chance), new SimulatedThread(chance));
            var played = thread.Start(() => play(world));
            while (!played.IsCompleted && thread.Steps < MostSteps) world.GoOn(thread);
            if (!played.IsCompleted) throw new InvalidOperationException(world.Unfinished());
            played.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    /// <summary>In the world's time, not in that of a process that may end.</summary>
    internal Task Pause(TimeSpan length) => Task.Delay(length, time);

    /// <summary>Asked for again and again: who waits inside a client is woken on another thread.</summary>
    internal async Task<OrchestrationMetadata> EndOfAsync(SimulatedHost host, string id)
    {
        while (true)
        {
            if (await host.Client.GetInstanceAsync(id, getInputsAndOutputs: true) is { IsCompleted: true } ended) return ended;
            await Pause(TimeSpan.FromMilliseconds(250));
        }
    }

    internal async Task<SimulatedHost> StartHostAsync(
        Action<DurableTaskRegistry, Func<SimulatedHost>> register, Action<DurableTaskHostOptions>? configure = null)
    {
        var (weather, hostTime, registry) = (new Weather(chance, 0), new HostClock(clock), new DurableTaskRegistry());
        SimulatedHost host = null!;
        register(registry, () => host);
        var options = new DurableTaskHostOptions { HubName = Hub, TimeProvider = hostTime, MachineTime = hostTime, Chance = chance };
        // Who waits for a place of a semaphore goes on with another thread, and there is none.
        options.Worker.Concurrency.MaximumConcurrentOrchestrationWorkItems = options.Worker.Concurrency.MaximumConcurrentActivityWorkItems = 100_000;
        configure?.Invoke(options);
        host = new SimulatedHost(hosts++, weather, hostTime)
        {
            Host = new DurableTaskHost(
                new SimulatedTables(tables, weather), new SimulatedBlobs(blobs, clock, weather), registry, options, services, NullLoggerFactory.Instance),
        };
        await host.Host.StartAsync(CancellationToken.None);
        return host;
    }

    private string Unfinished() => string.Join(
        Environment.NewLine, [$"Nothing came to an end in {MostSteps} steps; it is {Now:o}.", .. Invariants.Unfinished(tables, Hub).Take(20)]);

    private void GoOn(SimulatedThread thread)
    {
        if (!thread.IsIdle) thread.Step();
        else thread.Start(() => clock.GoToNext() ? Task.CompletedTask : throw new InvalidOperationException("Nothing is left that could happen."));
    }
}
