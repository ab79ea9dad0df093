using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Bench.Load;

/// <summary>Timers in a row. Their own time is part of the time that each orchestration takes.</summary>
internal sealed class TimersLoad(int timers, int milliseconds) : ILoad
{
    public string Description => $"{timers} timers of {milliseconds} ms in a row";

    public void Register(DurableTaskRegistry tasks) => tasks.AddOrchestratorFunc<int, int>("Sleeper", async (context, count) =>
    {
        for (var slept = 0; slept < count; slept++) await context.CreateTimer(TimeSpan.FromMilliseconds(milliseconds), CancellationToken.None);
        return count;
    });

    public async Task RunOneAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var id = await client.ScheduleNewOrchestrationInstanceAsync("Sleeper", timers, cancellation);
        await client.WaitForInstanceCompletionAsync(id, cancellation: cancellation);
    }
}
