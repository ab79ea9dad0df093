using LocalDiplomacy.Azurite;
using LocalDiplomacy.EngineProcess;

namespace LocalDiplomacy.Faults.Tests;

/// <summary>Two processes on one hub in Azurite. One of them is killed, and the other one ends what it had begun.</summary>
public sealed class TwoProcessesTests
{
    private const int Ledgers = 12;

    /// <summary>Far more than the half minute after which the work of the dead is taken up: a hang is a failure, a slow machine is not.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Work_is_shared_and_what_a_killed_one_had_begun_is_ended_by_the_other()
    {
        using var folder = new ScratchFolder();
        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(Path.Combine(folder.Path, "azurite")));
        using var one = KilledEngine.Start(azurite.ConnectionString, folder.Path, "one", shared: true);
        using var other = KilledEngine.Start(azurite.ConnectionString, folder.Path, "other", shared: true);
        Assert.True(await one.ReadyAsync() && await other.ReadyAsync());
        for (var ledger = 0; ledger < Ledgers; ledger++)
        {
            var engine = ledger % 2 == 0 ? one : other;
            Assert.Equal("ok", await engine.AskAsync($"start Ledger ledger-{ledger}"));
            Assert.Equal("ok", await engine.AskAsync($"event ledger-{ledger} {ledger}"));
        }

        await UntilAsync(() => Effects("one") > Ledger.Effects && Effects("other") > Ledger.Effects);
        await one.KillAsync();

        for (var ledger = 0; ledger < Ledgers; ledger++)
        {
            Assert.Equal("ok", await other.AskAsync($"event ledger-{ledger} -1"));
            Assert.Equal($"ok [{ledger}]", await other.AskAsync($"end ledger-{ledger}").WaitAsync(Patience));
        }

        var done = EffectsFile.Read(folder.Path).ToHashSet(StringComparer.Ordinal);
        Assert.All(
            Enumerable.Range(0, Ledgers).SelectMany(ledger => Enumerable.Range(0, Ledger.Effects + 1).Select(number => $"ledger-{ledger} {number}")),
            effect => Assert.Contains(effect, done));

        int Effects(string name) => EffectsFile.ReadFile(Path.Combine(folder.Path, name + ".effects")).Count();
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!condition()) await Task.Delay(20, limit.Token);
    }
}
