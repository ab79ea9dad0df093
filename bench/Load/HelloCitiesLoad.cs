using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Bench.Load;

/// <summary>The published HelloCities5.</summary>
internal sealed class HelloCitiesLoad : ILoad
{
    private static readonly string[] Cities = ["Seoul", "Busan", "Daegu", "Incheon", "Gwangju"];

    public string Description => "5 activities in a row";

    public void Register(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("HelloCities", async context =>
        {
            var greetings = new List<string>();
            foreach (var city in Cities) greetings.Add(await context.CallActivityAsync<string>("Greet", city));
            return greetings;
        })
        .AddActivityFunc<string, string>("Greet", (_, city) => "Hello " + city);

    public async Task RunOneAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var id = await client.ScheduleNewOrchestrationInstanceAsync("HelloCities", cancellation);
        await client.WaitForInstanceCompletionAsync(id, cancellation: cancellation);
    }
}
