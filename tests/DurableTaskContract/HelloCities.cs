using Microsoft.DurableTask;

namespace LocalDiplomacy.DurableTaskContract;

public static class HelloCities
{
    public const string Name = "HelloCities";

    private static readonly string[] Cities = ["Seoul", "Busan", "Daegu", "Incheon", "Gwangju"];

    public static void Register(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc(Name, async context =>
        {
            var greetings = new List<string>();
            foreach (var city in Cities) greetings.Add(await context.CallActivityAsync<string>("Greet", city));
            return greetings;
        })
        .AddActivityFunc<string, string>("Greet", (_, city) => "Hello " + city);
}
