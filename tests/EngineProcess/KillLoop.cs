using System.Text.Json;

namespace LocalDiplomacy.EngineProcess;

/// <param name="Wrong">Broken promises, in words.</param>
public sealed record KillReport(int Kills, int Orchestrations, int Events, int Effects, int DoneAgain, IReadOnlyList<string> Wrong)
{
    public override string ToString() =>
        $"{Kills} kills, {Orchestrations} orchestrations, {Events} acknowledged events, {Effects} effects of which {DoneAgain} were done again: "
        + (Wrong.Count == 0 ? "nothing lost, nothing doubled" : $"{Wrong.Count} promises broken");
}

/// <summary>An engine on a durable file that is killed at any moment and started again, and checked from outside: by what it acknowledged,
/// by the results in the end, and by what its activities did.</summary>
public sealed class KillLoop(string folder, int seed)
{
    private const int MostOpen = 5;

    private readonly Random random = new(seed);
    private readonly string connection = "DurableFile=" + Path.Combine(folder, "hub.db");
    private readonly List<Account> accounts = [];
    private int lives;
    private int nextNumber;

    public async Task<KillReport> RunAsync(int kills)
    {
        for (var kill = 0; kill < kills; kill++) await LiveAsync();
        var results = await FinishAsync();
        return Check(kills, results);
    }

    /// <summary>From a start to a kill: while the program starts, while it takes up what the last one left, or after some answers, which
    /// are counted so that a slow machine's program gets as far as a fast one's.</summary>
    private async Task LiveAsync()
    {
        using var engine = NewEngine();
        if (random.Next(8) == 0)
        {
            await Task.Delay(random.Next(20, 250));
            await engine.KillAsync();
            return;
        }

        if (!await engine.ReadyAsync()) throw new InvalidOperationException("The engine did not start.");
        for (var answers = random.Next(0, 20); answers > 0; answers--) await ActAsync(engine);
        var killed = KillLaterAsync(engine, random.Next(0, 100));
        while (!killed.IsCompleted && await ActAsync(engine))
        {
        }

        await killed;
    }

    private static async Task KillLaterAsync(KilledEngine engine, int milliseconds)
    {
        await Task.Delay(milliseconds);
        await engine.KillAsync();
    }

    private KilledEngine NewEngine() => KilledEngine.Start(connection, folder, $"life-{lives++}");

    private async Task<bool> ActAsync(KilledEngine engine)
    {
        var open = accounts.Where(account => !account.IsEnding).ToList();
        if (open.Count < MostOpen)
        {
            accounts.Add(new Account($"ledger-{accounts.Count}"));
            return await TryStartAsync(engine, accounts[^1]);
        }

        var chosen = open[random.Next(open.Count)];
        if (!chosen.IsStarted) return await TryStartAsync(engine, chosen);
        if (random.Next(8) == 0) return await TryEndAsync(engine, chosen);
        var number = nextNumber++;
        chosen.Sent.Add(number);
        var answer = await engine.AskAsync($"event {chosen.Id} {number}");
        if (answer == "ok") chosen.Acknowledged.Add(number);
        return answer is not null;
    }

    private static async Task<bool> TryStartAsync(KilledEngine engine, Account account)
    {
        var answer = await engine.AskAsync($"start Ledger {account.Id}");
        account.IsStarted = answer == "ok";
        return answer is not null;
    }

    private static async Task<bool> TryEndAsync(KilledEngine engine, Account account)
    {
        // Not known to have arrived unless acknowledged; a second one finds an instance that is finished, or is one too many for it.
        account.IsEnding = true;
        return await engine.AskAsync($"event {account.Id} -1") is not null;
    }

    private async Task<Dictionary<Account, string>> FinishAsync()
    {
        using var engine = NewEngine();
        await engine.ReadyAsync();
        var results = new Dictionary<Account, string>();
        foreach (var account in accounts)
        {
            if (!account.IsStarted) await TryStartAsync(engine, account);
            await TryEndAsync(engine, account);
            results[account] = await engine.AskAsync($"end {account.Id}").WaitAsync(TimeSpan.FromMinutes(2)) ?? "no answer";
        }

        return results;
    }

    private KillReport Check(int kills, Dictionary<Account, string> results)
    {
        var wrong = new List<string>();
        var effects = EffectsFile.Read(folder).ToList();
        var done = effects.ToHashSet(StringComparer.Ordinal);
        foreach (var account in accounts)
        {
            if (!results[account].StartsWith("ok ", StringComparison.Ordinal))
            {
                wrong.Add($"{account.Id} did not complete: {results[account]}");
                continue;
            }

            wrong.AddRange(account.Differences(JsonSerializer.Deserialize<int[]>(results[account][3..])!));
            wrong.AddRange(Enumerable.Range(0, Ledger.Effects + 1).Select(number => $"{account.Id} {number}")
                .Where(effect => !done.Contains(effect)).Select(effect => $"activity {effect} was never run"));
        }

        return new KillReport(
            kills, accounts.Count, accounts.Sum(account => account.Acknowledged.Count), effects.Count, effects.Count - done.Count, wrong);
    }
}
