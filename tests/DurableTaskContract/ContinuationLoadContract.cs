using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>A thousand executions of one instance, and every event in exactly one of them.</summary>
public abstract class ContinuationLoadContract(IEngines engines) : Contract(engines)
{
    private const int Rounds = 1000;

    /// <summary>Each round asks for its event before it continues, while the turn that continues runs, and after it: the first is raised ahead
    /// of its round, the second comes in one batch with what ends the round, the third belongs to the round that follows.</summary>
    [Fact]
    [Holds(Rule.ContinueAsNew, Rule.Events, Rule.OneWaiter)]
    public async Task Events_before_within_and_after_a_continuation_are_neither_lost_nor_doubled_over_a_thousand_rounds()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc<Tally, Tally>("Ledger", async (context, tally) =>
        {
            var number = await context.WaitForExternalEvent<int>("Number");
            tally = new Tally(tally.Round + 1, tally.Sum + number, tally.Squares + ((long)number * number));
            if (tally.Round < Rounds) context.ContinueAsNew(tally);
            return tally;
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Ledger", new Tally(0, 0, 0));

        // A third ahead of their rounds and so carried from one to the next, a third all at once, a third one by one behind the rounds.
        await RaiseAsync(hub.Client, id, 0, Rounds / 3, atOnce: 8);
        await hub.Client.SuspendInstanceAsync(id);
        await hub.StatusAsync(id, OrchestrationRuntimeStatus.Suspended);
        await RaiseAsync(hub.Client, id, Rounds / 3, 2 * Rounds / 3, atOnce: 16);
        await hub.Client.ResumeInstanceAsync(id);
        await RaiseAsync(hub.Client, id, 2 * Rounds / 3, Rounds, atOnce: 1);

        var done = (await hub.CompletionAsync(id)).ReadOutputAs<Tally>()!;
        var numbers = Enumerable.Range(0, Rounds).ToArray();
        Assert.Equal(new Tally(Rounds, numbers.Sum(), numbers.Sum(number => (long)number * number)), done);
    }

    private static Task RaiseAsync(DurableTaskClient client, string id, int from, int to, int atOnce) => Parallel.ForEachAsync(
        Enumerable.Range(from, to - from),
        new ParallelOptions { MaxDegreeOfParallelism = atOnce },
        async (number, cancellation) => await client.RaiseEventAsync(id, "Number", number, cancellation));

    private sealed record Tally(int Round, long Sum, long Squares);
}
