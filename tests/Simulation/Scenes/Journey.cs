using Microsoft.DurableTask;

namespace LocalDiplomacy.Simulation.Scenes;

/// <summary>Activities in a row and fanned out, timers, children, messages between instances, retries, continuations.</summary>
internal sealed class Journey(Stage stage) : Scene(stage)
{
    private readonly int rounds = stage.Chance.Between(1, 3);
    private readonly int wide = stage.Chance.Between(1, 12);

    internal override void Register(DurableTaskRegistry tasks, Func<SimulatedHost> host) => tasks
        .AddOrchestratorFunc<int, string>("Journey", async (context, round) =>
        {
            var steps = new List<int>();
            for (var step = 0; step < 3; step++) steps.Add(await context.CallActivityAsync<int>("Step", step));
            var fan = await Task.WhenAll(Enumerable.Range(1, wide).Select(number => context.CallActivityAsync<int>("Step", number)));
            await context.CreateTimer(TimeSpan.FromHours(80), CancellationToken.None);
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
            if (round < rounds)
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
        .AddActivityFunc("Moody", string (_) =>
            !Stage.IsQuiet && Stage.Chance.OneIn(3) ? throw new InvalidOperationException("Not in the mood.") : "retried");

    internal override async Task PlayAsync()
    {
        await Stage.ScheduleAsync("Journey", "journey", 1);
        for (var times = Stage.Chance.Between(0, 3); times > 0; times--)
        {
            await Stage.Wander();
            await Stage.InsistAsync(client => client.SuspendInstanceAsync("journey"));
            await Stage.Wander();
            // Requests of the same instant through two hosts have no order.
            await Stage.Pause(TimeSpan.FromSeconds(1));
            await Stage.InsistAsync(client => client.ResumeInstanceAsync("journey"));
            await Stage.Pause(TimeSpan.FromSeconds(1));
        }
    }

    internal override async Task EndAsync() => Stage.Expect(
        $"0,1,2|{wide * (wide + 1) / 2}|7|60|retried", await Stage.ResultOfAsync<string>("journey"), "the journey's result");
}
