using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

public abstract class EventContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.Events)]
    public async Task Names_ignore_case_and_events_of_a_name_are_served_in_their_order()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Reader", async context =>
        {
            await context.WaitForExternalEvent<object>("Open");
            return new[]
            {
                await context.WaitForExternalEvent<string>("LETTER"),
                await context.WaitForExternalEvent<string>("letter"),
                await context.WaitForExternalEvent<string>("Letter"),
            };
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Reader");

        foreach (var text in new[] { "one", "two", "three" }) await hub.Client.RaiseEventAsync(id, "Letter", text);
        await hub.Client.RaiseEventAsync(id, "open");

        Assert.Equal(["one", "two", "three"], (await hub.CompletionAsync(id)).ReadOutputAs<string[]>()!);
    }

    [Fact]
    [Holds(Rule.Events)]
    public async Task The_newest_waiter_is_served_first_and_an_event_serves_one()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Stack", async context =>
        {
            var older = context.WaitForExternalEvent<string>("E");
            var newer = context.WaitForExternalEvent<string>("E");
            context.SetCustomStatus("waiting");
            var first = await Task.WhenAny(older, newer) == newer ? "newer" : "older";
            return $"{first}:{await newer},{await older}";
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Stack");
        await hub.StatusAsync(id, now => now.SerializedCustomStatus is not null);

        await hub.Client.RaiseEventAsync(id, "E", "1");
        await hub.Client.RaiseEventAsync(id, "E", "2");

        Assert.Equal("newer:1,2", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Events)]
    public async Task A_cancelled_waiter_takes_no_event()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Cancel", async context =>
        {
            var patient = context.WaitForExternalEvent<string>("E");
            using (var cancel = new CancellationTokenSource())
            {
                var cancelled = context.WaitForExternalEvent<string>("E", cancel.Token);
                cancel.Cancel();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
            }

            return await patient;
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Cancel");

        await hub.Client.RaiseEventAsync(id, "E", "for the patient one");

        Assert.Equal("for the patient one", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.WaitWithTimeout)]
    public async Task A_wait_that_times_out_is_cancelled_and_leaves_the_event_to_the_next_waiter()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Timeout", async context =>
        {
            try
            {
                return await context.WaitForExternalEvent<string>("E", TimeSpan.FromMilliseconds(50));
            }
            catch (TaskCanceledException)
            {
                context.SetCustomStatus("timed out");
                return "late:" + await context.WaitForExternalEvent<string>("E");
            }
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Timeout");
        await hub.StatusAsync(id, now => now.SerializedCustomStatus is not null);

        await hub.Client.RaiseEventAsync(id, "E", "x");

        Assert.Equal("late:x", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.WaitWithTimeout)]
    public async Task An_event_within_the_time_out_ends_the_wait_and_the_instance()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("InTime", async context =>
            await context.WaitForExternalEvent<int>("E", TimeSpan.FromDays(40))));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("InTime");

        await hub.Client.RaiseEventAsync(id, "E", 7);

        Assert.Equal(7, (await hub.CompletionAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    [Holds(Rule.EventToMissingOrFinished)]
    public async Task An_event_to_a_missing_or_a_finished_instance_is_refused()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Short", _ => "over"));
        var done = await hub.RunAsync("Short");

        await Assert.ThrowsAnyAsync<Exception>(() => hub.Client.RaiseEventAsync("nobody", "E"));
        await Assert.ThrowsAnyAsync<Exception>(() => hub.Client.RaiseEventAsync(done.InstanceId, "E"));
    }

    [Fact]
    [Holds(Rule.OneWaiter)]
    public async Task One_waiter_over_all_rounds_loses_no_nudge()
    {
        const int Nudges = 40;
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc<int, int>("Case", async (context, seen) =>
            {
                var nudge = context.WaitForExternalEvent<int>("Nudge");
                for (var round = 0; round < 5; round++)
                {
                    using var cancel = new CancellationTokenSource();
                    var due = context.CreateTimer(TimeSpan.FromMilliseconds(30), cancel.Token);
                    if (await Task.WhenAny(nudge, due) != nudge) continue;
                    cancel.Cancel();
                    seen++;
                    if (seen == Nudges) return seen;
                    nudge = context.WaitForExternalEvent<int>("Nudge");
                }

                context.ContinueAsNew(seen);
                return seen;
            }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Case", 0);

        for (var number = 0; number < Nudges; number++) await hub.Client.RaiseEventAsync(id, "Nudge", number);

        Assert.Equal(Nudges, (await hub.CompletionAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    [Holds(Rule.Events)]
    public async Task Orchestrations_write_to_each_other()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Receiver", async context => await context.WaitForExternalEvent<string>("Word"))
            .AddOrchestratorFunc<string>("Sender", (context, to) => context.SendEvent(to, "Word", "hello")));
        var receiver = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Receiver");

        await hub.RunAsync("Sender", receiver);

        Assert.Equal("hello", (await hub.CompletionAsync(receiver)).ReadOutputAs<string>());
    }
}
