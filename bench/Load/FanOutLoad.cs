using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Bench.Load;

/// <summary>Many activities at once, and all of their results.</summary>
internal sealed class FanOutLoad(int activities) : ILoad
{
    public string Description => $"{activities} activities at once";

    public void Register(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<int, int>("FanOut", async (context, count) =>
            (await Task.WhenAll(Enumerable.Range(0, count).Select(number => context.CallActivityAsync<int>("Square", number)))).Sum())
        .AddActivityFunc<int, int>("Square", (_, number) => number * number);

    public async Task RunOneAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var id = await client.ScheduleNewOrchestrationInstanceAsync("FanOut", activities, cancellation);
        await client.WaitForInstanceCompletionAsync(id, cancellation: cancellation);
    }
}
