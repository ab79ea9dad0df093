using LocalDiplomacy.DurableTaskEngine;
using LocalDiplomacy.DurableTaskEngine.Recording;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalDiplomacy.Simulation;

/// <summary>One host on tables in memory, on one thread and one clock that jumps from timer to timer: the same scene gives the same
/// recording, to the byte, and months take no time.</summary>
public sealed class Studio
{
    private const int MostSteps = 1_000_000;

    private readonly SimulatedClock clock = new();
    private readonly HostClock time;
    private readonly SeededChance chance = new(1);
    private readonly HistoryRecorder recorder = new();
    private readonly string version;
    private readonly Action<DurableTaskRegistry> register;
    private DurableTaskHost? host;

    private Studio(string version, Action<DurableTaskRegistry> register) =>
        (time, this.version, this.register) = (new HostClock(clock), version, register);

    public DurableTaskClient Client => host!.Client;

    public DateTimeOffset Now => clock.Now;

    /// <param name="version">That new instances are stamped with.</param>
    /// <param name="register">Orchestrators, and activities that come to their end at once.</param>
    /// <param name="scene">What is done to them; it awaits nothing but what the studio gives out.</param>
    /// <returns>Every execution of every instance.</returns>
    public static IReadOnlyList<RecordedHistory> Record(string version, Action<DurableTaskRegistry> register, Func<Studio, Task> scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return new Studio(version, register).Run(scene);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    public Task PassAsync(TimeSpan length) => Task.Delay(length, time);

    public async Task<OrchestrationMetadata> EndOfAsync(string instanceId)
    {
        while (true)
        {
            if (await Client.GetInstanceAsync(instanceId) is { IsCompleted: true } ended) return ended;
            await PassAsync(TimeSpan.FromMinutes(1));
        }
    }

    private IReadOnlyList<RecordedHistory> Run(Func<Studio, Task> scene)
    {
        var thread = new SimulatedThread(chance);
        var play = thread.Start(async () =>
        {
            await StartAsync();
            await scene(this);
        });
        while (!play.IsCompleted && thread.Steps < MostSteps)
        {
            if (!thread.IsIdle) thread.Step();
            else thread.Start(() =>
            {
                clock.GoToNext();
                return Task.CompletedTask;
            });
        }

        if (!play.IsCompleted) throw new InvalidOperationException($"The scene did not come to its end in {MostSteps} steps.");
        play.GetAwaiter().GetResult();
        return recorder.Histories;
    }

    private Task StartAsync()
    {
        var registry = new DurableTaskRegistry();
        register(registry);
        var options = new DurableTaskHostOptions
        {
            TimeProvider = time,
            MachineTime = time,
            Chance = chance,
            Recorder = recorder,
            SweepEvery = TimeSpan.FromHours(1),
            Worker = new() { Versioning = new() { Version = version, DefaultVersion = version } },
        };
        var weather = new Weather(chance, 0) { IsCalm = true };
        host = new DurableTaskHost(
            new SimulatedTables(new MemoryTables(), weather),
            new SimulatedBlobs(new MemoryBlobs(), clock, weather),
            registry,
            options,
            new ServiceCollection().BuildServiceProvider(),
            NullLoggerFactory.Instance);
        return host.StartAsync(CancellationToken.None);
    }
}
