using LocalDiplomacy.DurableTaskEngine;
using LocalDiplomacy.Simulation;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Xunit.Abstractions;

namespace LocalDiplomacy.Conformance.Tests.EngineFaults;

/// <summary>Two hosts on one hub, by a clock of the test's own. One of them is gone, and the other has half a minute.</summary>
public sealed class TakeoverTests(ITestOutputHelper output)
{
    private const int Each = 20;

    private static readonly TimeSpan HalfAMinute = TimeSpan.FromSeconds(30);

    [Fact]
    public void Hosts_that_share_a_hub_look_often_enough()
    {
        var options = new DurableTaskHostOptions { TakesOverAtStart = false };

        Assert.True(options.ActivityLease + options.SweepEvery <= HalfAMinute, $"{options.ActivityLease} and {options.SweepEvery}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void What_a_dead_host_held_moves_again_within_half_a_minute(int seed) => World.Run(seed, async world =>
    {
        var doomed = await world.StartHostAsync(Register, options => options.TakesOverAtStart = false);
        await StartAsync(doomed, "Sleeper", "resting", TimeSpan.FromSeconds(125));
        await world.Pause(TimeSpan.FromMinutes(2));
        var other = await world.StartHostAsync(Register, options => options.TakesOverAtStart = false);
        await StartAsync(doomed, "Caller", "caller", TimeSpan.Zero);
        await StartAsync(doomed, "Parent", "parent", TimeSpan.Zero);
        await StartAsync(doomed, "Sleeper", "sleeper", TimeSpan.FromSeconds(10));
        // Not due when its host ends; what counts is how late it is.
        var due = world.Now.AddSeconds(10);
        await world.Pause(TimeSpan.FromSeconds(1 + seed));

        var death = world.Now;
        await doomed.EndAsync();
        var moved = await Task.WhenAll(new[] { "resting", "caller", "parent", "sleeper" }.Select(async prefix =>
            (Prefix: prefix, Longest: await LongestAsync(world, other, prefix, prefix == "sleeper" ? due : death))));

        foreach (var (prefix, longest) in moved) output.WriteLine($"{prefix}: {longest.TotalSeconds:0.0} s");
        Assert.All(moved, one => Assert.InRange(one.Longest, TimeSpan.Zero, HalfAMinute));
    });

    /// <summary>Until all of them have ended, which takes no time of its own.</summary>
    private static async Task<TimeSpan> LongestAsync(World world, SimulatedHost other, string prefix, DateTimeOffset from)
    {
        await Task.WhenAll(Enumerable.Range(0, Each).Select(async number =>
        {
            var ended = await world.EndOfAsync(other, $"{prefix}-{number}");
            Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        }));
        return world.Now - from;
    }

    private static async Task StartAsync(SimulatedHost host, string name, string prefix, TimeSpan input)
    {
        for (var number = 0; number < Each; number++)
            await host.Client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions($"{prefix}-{number}"));
    }

    private static void Register(DurableTaskRegistry tasks, Func<SimulatedHost> host) => tasks
        .AddOrchestratorFunc<TimeSpan, int>("Sleeper", async (context, length) =>
        {
            await context.CreateTimer(length, CancellationToken.None);
            return 1;
        })
        .AddOrchestratorFunc("Caller", async context => await context.CallActivityAsync<int>("Long"))
        .AddOrchestratorFunc("Parent", async context => await context.CallSubOrchestratorAsync<int>("Caller"))
        .AddActivityFunc("Long", async _ =>
        {
            // The first host's takes longer than that host lives; the second one's is done at once.
            if (host().Place == 0) await host().Rest(TimeSpan.FromHours(1));
            return 1;
        });
}
