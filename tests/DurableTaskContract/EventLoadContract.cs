using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>More events than anyone waits for.</summary>
public abstract class EventLoadContract(IEngines engines) : Contract(engines)
{
    private const int Events = 10_000;

    [Fact]
    [Holds(Rule.Events)]
    public async Task Ten_thousand_buffered_events_are_all_taken_once()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Reader", async context =>
        {
            await context.WaitForExternalEvent<object>("Go");
            var seen = new bool[Events];
            for (var count = 0; count < Events; count++)
            {
                var number = await context.WaitForExternalEvent<int>("Number");
                if (seen[number]) throw new InvalidOperationException($"{number} came twice.");
                seen[number] = true;
            }

            return seen.Count(taken => taken);
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Reader");

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Events),
            new ParallelOptions { MaxDegreeOfParallelism = 24 },
            async (number, cancellation) => await hub.Client.RaiseEventAsync(id, "Number", number, cancellation));
        await hub.Client.RaiseEventAsync(id, "Go");

        var done = await hub.CompletionAsync(id);
        Assert.Equal((OrchestrationRuntimeStatus.Completed, Events), (done.RuntimeStatus, done.ReadOutputAs<int>()));
    }
}
