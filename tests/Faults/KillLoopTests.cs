using LocalDiplomacy.EngineProcess;

namespace LocalDiplomacy.Faults.Tests;

/// <summary>Few kills; <c>bench -- kill-loop --kills 500</c> does many.</summary>
public sealed class KillLoopTests
{
    [Fact]
    public async Task Kills_at_any_moment_lose_nothing_and_double_no_event()
    {
        using var folder = new ScratchFolder();

        var report = await new KillLoop(folder.Path, seed: 40).RunAsync(kills: 40);

        Assert.Empty(report.Wrong);
        Assert.True(report is { Orchestrations: > 5, Effects: > 5 * Ledger.Effects, Events: > 0 }, report.ToString());
    }
}
