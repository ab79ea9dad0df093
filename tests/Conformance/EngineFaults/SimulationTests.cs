using LocalDiplomacy.Simulation;

namespace LocalDiplomacy.Conformance.Tests.EngineFaults;

/// <summary>Runs drawn from seeds: two hosts, a storage that fails, ends of processes between any two steps. A seed that fails here is
/// run again with <c>bench -- simulate --first SEED --seeds 1</c>.</summary>
public sealed class SimulationTests
{
    private const int Seeds = 200;

    [Fact]
    public void Whatever_the_seed_nothing_is_lost_and_nothing_is_done_twice()
    {
        var broken = Enumerable.Range(1, Seeds).AsParallel().WithDegreeOfParallelism(2)
            .Select(seed => (Seed: seed, Result: Simulator.Run(seed)))
            .Where(run => run.Result.Wrong.Count > 0)
            .Select(run => $"seed {run.Seed}: {string.Join("; ", run.Result.Wrong)}");

        Assert.Empty(broken);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(17)]
    public void A_seed_repeats_its_run_to_the_step(int seed) => Assert.Equal(Simulator.Run(seed).Steps, Simulator.Run(seed).Steps);
}
