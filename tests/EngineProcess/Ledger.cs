using Microsoft.DurableTask;

namespace LocalDiplomacy.EngineProcess;

/// <summary>Orchestrations whose effects and events can be checked from outside.</summary>
public static class Ledger
{
    /// <summary>Activities of a ledger itself; its child does one more.</summary>
    public const int Effects = 6;

    internal static void Register(DurableTaskRegistry tasks, EffectsFile effects, string hold) => tasks
        .AddOrchestratorFunc("Held", async context =>
        {
            await context.CallActivityAsync<int>("Hold", context.InstanceId);
            await context.CreateTimer(TimeSpan.FromMilliseconds(20), CancellationToken.None);
            return await context.CallSubOrchestratorAsync<int>("Entry", 0);
        })
        .AddActivityFunc<string, int>("Hold", async (_, line) =>
        {
            effects.Append(line + " held");
            while (File.Exists(hold)) await Task.Delay(50);
            return 1;
        })
        .AddOrchestratorFunc<int[], int[]>("Ledger", RunAsync)
        .AddOrchestratorFunc<int, int>("Entry", async (context, number) =>
        {
            await context.CreateTimer(TimeSpan.FromMilliseconds(20), CancellationToken.None);
            return await context.CallActivityAsync<int>("Effect", $"{context.Parent!.InstanceId} {number}");
        })
        .AddOrchestratorFunc("Deadly", async context => await context.CallActivityAsync<int>("Die", context.InstanceId))
        .AddActivityFunc<string, int>("Effect", (_, line) =>
        {
            effects.Append(line);
            return 1;
        })
        .AddActivityFunc<string, int>("Die", int (_, line) =>
        {
            effects.Append(line + " dies");
            // As a kill would: nothing is flushed, nobody is told.
            Environment.FailFast(null);
            return 0;
        });

    private static async Task<int[]> RunAsync(TaskOrchestrationContext context, int[] seen)
    {
        if (seen is not { Length: > 0 })
        {
            seen = [];
            for (var number = 0; number < Effects / 2; number++) await context.CallActivityAsync<int>("Effect", $"{context.InstanceId} {number}");
            await Task.WhenAll(Enumerable.Range(Effects / 2, Effects / 2).Select(number =>
                context.CallActivityAsync<int>("Effect", $"{context.InstanceId} {number}")));
            await context.CallSubOrchestratorAsync<int>("Entry", Effects);
        }

        var all = seen.ToList();
        for (var taken = 0; taken < 3; taken++)
        {
            var number = await context.WaitForExternalEvent<int>("Number");
            if (number < 0) return [.. all];
            all.Add(number);
        }

        context.ContinueAsNew(all.ToArray());
        return [];
    }
}
