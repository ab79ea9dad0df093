using Microsoft.DurableTask;

namespace LocalDiplomacy.Conformance.Tests;

internal static class HelloCities
{
    internal const string Name = "HelloCities";

    private static readonly string[] Cities = ["Seoul", "Busan", "Daegu", "Incheon", "Gwangju"];

    internal static void Register(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc(Name, async context =>
        {
            var greetings = new List<string>();
            foreach (var city in Cities) greetings.Add(await context.CallActivityAsync<string>("Greet", city));
            return greetings;
        })
        .AddActivityFunc<string, string>("Greet", (_, city) => "Hello " + city);
}
