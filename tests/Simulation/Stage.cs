using LocalDiplomacy.DurableTaskEngine;
using LocalDiplomacy.DurableTaskEngine.Storage;
using LocalDiplomacy.Simulation.Scenes;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.Simulation;

/// <summary>What the scenes of a run share: the storage, the hosts, the time, and chance.</summary>
internal sealed class Stage(SeededChance chance, SimulatedClock clock, ILoggerFactory loggers)
{
    internal const string Hub = "Simulated";

    /// <summary>As in the engine's defaults: what is condemned after fewer deaths than this is innocent.</summary>
    internal const int MostStarts = 20;

    private readonly ServiceProvider services = new ServiceCollection().BuildServiceProvider();
    private readonly List<SimulatedHost> hosts = [];
    private readonly int oneFaultIn = new[] { 0, 25, 60, 200 }[chance.Between(0, 4)];

    private readonly StoreLimits limits = new()
    {
        Actions = new[] { 6, 15, 100 }[chance.Between(0, 3)],
        Bytes = new[] { 3_000, 3_000_000 }[chance.Between(0, 2)],
        TextInRow = new[] { 20, 500, 16_000 }[chance.Between(0, 3)],
    };

    private readonly HostClock time = new(clock);

    internal SeededChance Chance => chance;

    internal MemoryTables Tables { get; } = new();

    internal MemoryBlobs Blobs { get; } = new();

    internal IReadOnlyList<Scene> Scenes { get; set; } = [];

    /// <summary>From then on no request fails and no process ends, but for those that their own activity ends.</summary>
    internal bool IsQuiet { get; private set; }

    internal async Task OpenAsync()
    {
        for (var place = 0; place < 2; place++) hosts.Add(await StartHostAsync(place));
    }

    internal void CalmDown()
    {
        IsQuiet = true;
        foreach (var host in hosts) host.CalmDown();
    }

    /// <summary>Ends a host between any two of its steps, and starts another one in its place.</summary>
    internal async Task ReplaceAsync(SimulatedHost host)
    {
        if (host.HasEnded) return;
        await host.EndAsync();
        if (chance.OneIn(2)) await Steps(chance.Between(1, 300));
        hosts[host.Place] = await StartHostAsync(host.Place);
    }

    internal Task ReplaceAnyAsync() => ReplaceAsync(AnyHost());

    internal SimulatedHost AnyHost() => hosts[chance.Between(0, hosts.Count)];

    internal Task ScheduleAsync(string name, string id, object? input = null) => InsistAsync(
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
        });

    internal Task InsistAsync(Func<DurableTaskClient, Task> request) => InsistAsync(async client =>
    {
        await request(client);
        return true;
    });

    /// <summary>Again and again until it is acknowledged, from whichever host is there.</summary>
    internal async Task<T> InsistAsync<T>(Func<DurableTaskClient, Task<T>> request)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await OnceAsync(request(AnyHost().Client));
            }
            catch (Exception failed) when (IsWeather(failed) && attempt < 200)
            {
                await Pause(TimeSpan.FromSeconds(1));
            }
        }
    }

    /// <summary>A request of a process that ends is never answered: whoever asked gives up.</summary>
    internal Task<T> OnceAsync<T>(Task<T> request) => request.WaitAsync(TimeSpan.FromMinutes(10), time);

    internal Task OnceAsync(Task request) => request.WaitAsync(TimeSpan.FromMinutes(10), time);

    internal static bool IsWeather(Exception failed) => failed is Azure.RequestFailedException or TimeoutException;

    internal async Task<OrchestrationMetadata> EndOfAsync(string id)
    {
        while (true)
        {
            if (await InsistAsync(client => client.GetInstanceAsync(id, true)) is { IsCompleted: true } ended) return ended;
            await Pause(TimeSpan.FromHours(1));
        }
    }

    internal async Task<T> ResultOfAsync<T>(string id)
    {
        var ended = await EndOfAsync(id);
        return ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed
            ? ended.ReadOutputAs<T>()!
            : throw new InvalidOperationException($"{id} is {ended.RuntimeStatus}: {ended.FailureDetails} {ended.FailureDetails?.InnerFailure}");
    }

    internal async Task Wander()
    {
        if (chance.OneIn(3)) await Pause(TimeSpan.FromSeconds(chance.Between(1, 2_000)));
        else await Steps(chance.Between(1, 100));
    }

    internal Task Pause(TimeSpan length) => Task.Delay(length, time);

    internal static async Task Steps(int count)
    {
        for (; count > 0; count--) await Task.Yield();
    }

    internal static void Expect<T>(T expected, T actual, string what)
    {
        if (!Equals(expected, actual)) throw new InvalidOperationException($"Expected {expected} as {what}, but it is {actual}.");
    }

    private async Task<SimulatedHost> StartHostAsync(int place)
    {
        var weather = new Weather(chance, oneFaultIn) { IsCalm = IsQuiet };
        var hostTime = new HostClock(clock);
        var registry = new DurableTaskRegistry();
        SimulatedHost host = null!;
        registry.AddActivityFunc<int, int>("Step", (_, number) => number);
        foreach (var scene in Scenes) scene.Register(registry, () => host);
        host = new SimulatedHost(place, weather, hostTime)
        {
            Host = new DurableTaskHost(
                new SimulatedTables(Tables, weather), new SimulatedBlobs(Blobs, clock, weather), registry, Options(hostTime), services, loggers),
        };
        await host.Host.StartAsync(CancellationToken.None);
        return host;
    }

    private DurableTaskHostOptions Options(TimeProvider hostTime) => new()
    {
        HubName = Hub,
        TimeProvider = hostTime,
        MachineTime = hostTime,
        Chance = chance,
        Limits = limits,
        TakesOverAtStart = false,
        MaximumActivityStarts = MostStarts,
        ActivityLease = TimeSpan.FromMinutes(2),
        SweepEvery = TimeSpan.FromMinutes(chance.Between(5, 60)),
        KeepIdleInstancesFor = TimeSpan.FromSeconds(chance.Between(0, 3) * 20),
    };
}
