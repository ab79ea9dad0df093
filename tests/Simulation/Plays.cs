using Microsoft.DurableTask;

namespace LocalDiplomacy.Simulation;

/// <summary>Orchestrations whose result is known whatever happens around them, as long as nothing is lost or done twice.</summary>
internal static class Plays
{
    internal const string JourneyResult = "0,1,2|21|7|60|retried";

    internal static void Register(DurableTaskRegistry tasks, Func<bool> failsNow) => tasks
        .AddOrchestratorFunc<int, string>("Journey", async (context, round) =>
        {
            var steps = new List<int>();
            for (var step = 0; step < 3; step++) steps.Add(await context.CallActivityAsync<int>("Step", step));
            var fan = await Task.WhenAll(Enumerable.Range(1, 6).Select(number => context.CallActivityAsync<int>("Step", number)));
            await context.CreateTimer(TimeSpan.FromHours(100), CancellationToken.None);
            var child = await context.CallSubOrchestratorAsync<int>("Child", 7);
            var inbox = context.NewGuid().ToString("N");
            var sum = context.CallSubOrchestratorAsync<int>("Adder", new SubOrchestrationOptions(instanceId: inbox));
            using var cancel = new CancellationTokenSource();
            var late = context.CreateTimer(TimeSpan.FromDays(30), cancel.Token);
            await context.CallActivityAsync<int>("Step", 0);
            foreach (var number in new[] { 10, 20, 30 }) context.SendEvent(inbox, "Number", number);
            var retried = await context.CallActivityAsync<string>("Moody", new TaskOptions(new RetryPolicy(1000, TimeSpan.FromSeconds(3))));
            var total = await sum;
            cancel.Cancel();
            await Task.WhenAny(late);
            if (round < 2)
            {
                context.ContinueAsNew(round + 1);
                return string.Empty;
            }

            return $"{string.Join(',', steps)}|{fan.Sum()}|{child}|{total}|{retried}";
        })
        .AddOrchestratorFunc<int, int>("Child", async (context, number) =>
        {
            await context.CreateTimer(TimeSpan.FromSeconds(number), CancellationToken.None);
            return await context.CallActivityAsync<int>("Step", number);
        })
        .AddOrchestratorFunc("Adder", async context =>
        {
            var total = 0;
            for (var number = 0; number < 3; number++) total += await context.WaitForExternalEvent<int>("Number");
            return total;
        })
        .AddOrchestratorFunc<List<int>, List<int>>("Collector", async (context, seen) =>
        {
            seen ??= [];
            for (var turn = 0; turn < 4; turn++)
            {
                int number;
                try
                {
                    number = await context.WaitForExternalEvent<int>("Number", TimeSpan.FromHours(5));
                }
                catch (TaskCanceledException)
                {
                    continue;
                }

                if (number < 0) return seen;
                seen.Add(number);
            }

            context.ContinueAsNew(seen);
            return seen;
        })
        .AddOrchestratorFunc("Steered", async context =>
        {
            while (true)
            {
                await context.CreateTimer(TimeSpan.FromHours(10), CancellationToken.None);
                await context.CallActivityAsync<int>("Step", 1);
                if (context.CurrentUtcDateTime.Hour % 3 != 0) continue;
                context.ContinueAsNew();
                return;
            }
        })
        .AddActivityFunc<int, int>("Step", (_, number) => number)
        .AddActivityFunc("Moody", string (_) => failsNow() ? throw new InvalidOperationException("Not in the mood.") : "retried");
}
