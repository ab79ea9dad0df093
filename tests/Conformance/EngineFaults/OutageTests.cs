using LocalDiplomacy.Simulation;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Xunit.Abstractions;

namespace LocalDiplomacy.Conformance.Tests.EngineFaults;

/// <summary>A storage that is away for minutes, by a clock of the test's own: each request that is tried meanwhile is counted.</summary>
public sealed class OutageTests(ITestOutputHelper output)
{
    private const int Each = 40;
    private const int Resting = 1000;

    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Five_minutes_without_storage_cost_few_requests_and_nothing_else(int seed) => World.Run(seed, async world =>
    {
        var host = await world.StartHostAsync(Register);
        await StartAsync(host, "Listener", "resting", Resting);
        // They leave memory: whoever waits for nobody's request must not notice the outage at all.
        await world.Pause(TimeSpan.FromMinutes(2));
        await StartAsync(host, "Listener", "listener", Each);
        await StartAsync(host, "Sleeper", "sleeper", Each);
        await StartAsync(host, "Caller", "caller", Each);

        host.Weather.IsAway = true;
        var perSecond = await CountAsync(world, host);
        var told = await Record.ExceptionAsync(() => host.Client.RaiseEventAsync("listener-0", "Go"));
        host.Weather.IsAway = false;

        Assert.IsType<Azure.RequestFailedException>(told);
        await EndAllAsync(world, host);
        Check(perSecond);
    });

    private void Check(IReadOnlyList<int> perSecond)
    {
        const int AtWork = 3 * Each;
        // Beside the tries of each instance: the leases of what runs, each minute, and the sweep.
        var most = (AtWork * MostTries(Outage)) + (Each * (int)Outage.TotalMinutes) + 1;
        var late = perSecond.Skip(120).ToArray();
        output.WriteLine(
            $"{perSecond.Sum()} requests in {Outage.TotalMinutes:0} minutes for {AtWork} instances at work and {Resting} at rest, at most {most}; "
            + $"{perSecond.Max()} in the busiest second, {late.Max()} after two minutes, {late.Average():0.0} on average then.");

        Assert.InRange(perSecond.Sum(), AtWork, most);
        // After two minutes each waits 15 s or more between two tries, and chance has parted them.
        Assert.InRange(late.Max(), 1, AtWork / 3);
    }

    private static async Task<IReadOnlyList<int>> CountAsync(World world, SimulatedHost host)
    {
        var perSecond = new List<int>();
        for (var second = 0; second < Outage.TotalSeconds; second++)
        {
            var before = host.Weather.Refused;
            await world.Pause(TimeSpan.FromSeconds(1));
            perSecond.Add(host.Weather.Refused - before);
        }

        return perSecond;
    }

    /// <summary>Of one instance, were chance to shorten each pause by the half that it may.</summary>
    private static int MostTries(TimeSpan within)
    {
        var (tries, passed) = (1, 0.0);
        while ((passed += Math.Min(100 * Math.Pow(2, tries - 1), 30_000) / 2) <= within.TotalMilliseconds) tries++;
        return tries + 1;
    }

    private static async Task StartAsync(SimulatedHost host, string name, string prefix, int count)
    {
        for (var number = 0; number < count; number++)
            await host.Client.ScheduleNewOrchestrationInstanceAsync(name, null, new StartOrchestrationOptions($"{prefix}-{number}"));
    }

    private static async Task EndAllAsync(World world, SimulatedHost host)
    {
        foreach (var (prefix, count) in new[] { ("resting", Resting), ("listener", Each) })
            for (var number = 0; number < count; number++) await host.Client.RaiseEventAsync($"{prefix}-{number}", "Go", number);

        foreach (var (prefix, count) in new[] { ("resting", Resting), ("listener", Each), ("sleeper", Each), ("caller", Each) })
        {
            for (var number = 0; number < count; number++)
            {
                var ended = await world.EndOfAsync(host, $"{prefix}-{number}");
                Assert.Equal(prefix is "resting" or "listener" ? number : 3, ended.ReadOutputAs<int>());
            }
        }
    }

    private static void Register(DurableTaskRegistry tasks, Func<SimulatedHost> host) => tasks
        .AddOrchestratorFunc("Listener", context => context.WaitForExternalEvent<int>("Go"))
        // Its time comes in the middle of the outage.
        .AddOrchestratorFunc("Sleeper", async context =>
        {
            await context.CreateTimer(TimeSpan.FromMinutes(2), CancellationToken.None);
            return await context.CallActivityAsync<int>("Number", 0);
        })
        // Its activity ends in the middle of it, too.
        .AddOrchestratorFunc("Caller", async context => await context.CallActivityAsync<int>("Number", 90))
        .AddActivityFunc<int, int>("Number", async (_, seconds) =>
        {
            await host().Rest(TimeSpan.FromSeconds(seconds));
            return 3;
        });
}
