using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Bench.Load;

/// <summary>Events, each raised when the one before it is acknowledged.</summary>
internal sealed class EventsLoad(int events) : ILoad
{
    public string Description => $"{events} events, one after the other";

    public void Register(DurableTaskRegistry tasks) => tasks.AddOrchestratorFunc<int, int>("Listener", async (context, count) =>
    {
        var sum = 0;
        for (var taken = 0; taken < count; taken++) sum += await context.WaitForExternalEvent<int>("Number");
        return sum;
    });

    public async Task RunOneAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var id = await client.ScheduleNewOrchestrationInstanceAsync("Listener", events, cancellation);
        for (var number = 0; number < events; number++) await client.RaiseEventAsync(id, "Number", number, cancellation);
        await client.WaitForInstanceCompletionAsync(id, cancellation: cancellation);
    }
}
