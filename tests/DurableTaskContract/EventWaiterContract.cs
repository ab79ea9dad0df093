using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>Who of several waiters is served, and what becomes of those who gave up.</summary>
public abstract class EventWaiterContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.Events, Rule.WaitWithTimeout)]
    public async Task An_event_raised_after_a_wait_timed_out_stays_for_the_next_waiter()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Late", async context =>
        {
            await Assert.ThrowsAsync<TaskCanceledException>(() => context.WaitForExternalEvent<string>("E", TimeSpan.FromMilliseconds(20)));
            context.SetCustomStatus("timed out");
            await context.WaitForExternalEvent<object>("Go on");
            return await context.WaitForExternalEvent<string>("E");
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Late");
        await hub.SaysAsync(id, "timed out");

        await hub.Client.RaiseEventAsync(id, "E", "nobody waits now");
        await hub.Client.RaiseEventAsync(id, "Go on");

        Assert.Equal("nobody waits now", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Events)]
    public async Task Three_waits_cancelled_in_a_row_leave_the_event_to_the_fourth()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Fourth", async context =>
        {
            for (var round = 0; round < 3; round++)
            {
                using var cancel = new CancellationTokenSource();
                var waiter = context.WaitForExternalEvent<string>("E", cancel.Token);
                await context.CreateTimer(TimeSpan.FromMilliseconds(5), CancellationToken.None);
                cancel.Cancel();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiter);
            }

            context.SetCustomStatus("three gave up");
            return await context.WaitForExternalEvent<string>("E");
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Fourth");
        await hub.SaysAsync(id, "three gave up");

        await hub.Client.RaiseEventAsync(id, "E", "for the fourth");

        Assert.Equal("for the fourth", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Events)]
    public async Task Of_a_stack_of_waiters_those_cancelled_in_the_middle_are_passed_over()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Stack", async context =>
        {
            using var cancel = new CancellationTokenSource();
            var bottom = context.WaitForExternalEvent<int>("E");
            var middle = context.WaitForExternalEvent<int>("E", cancel.Token);
            var top = context.WaitForExternalEvent<int>("E");
            cancel.Cancel();
            context.SetCustomStatus("waiting");
            await Task.WhenAll(bottom, top);
            return new[] { await bottom, await top, middle.IsCanceled ? -1 : 1 };
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Stack");
        await hub.SaysAsync(id, "waiting");

        await hub.Client.RaiseEventAsync(id, "E", 1);
        await hub.Client.RaiseEventAsync(id, "E", 2);

        var taken = (await hub.CompletionAsync(id)).ReadOutputAs<int[]>()!;
        Assert.Equal([2, 1, -1], taken);
    }

    [Fact]
    [Holds(Rule.Events)]
    public async Task A_token_that_is_cancelled_already_takes_no_event()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Cancelled", async context =>
        {
            await context.WaitForExternalEvent<object>("Go");
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => context.WaitForExternalEvent<int>("E", new CancellationToken(canceled: true)));
            return await context.WaitForExternalEvent<int>("E");
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Cancelled");

        await hub.Client.RaiseEventAsync(id, "E", 5);
        await hub.Client.RaiseEventAsync(id, "Go", CancellationToken.None);

        Assert.Equal(5, (await hub.CompletionAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    [Holds(Rule.Events)]
    public async Task Waiters_of_one_name_differ_in_case_and_still_form_one_stack()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Cases", async context =>
        {
            var lower = context.WaitForExternalEvent<int>("letter");
            var upper = context.WaitForExternalEvent<int>("LETTER");
            context.SetCustomStatus("waiting");
            return $"{await lower},{await upper}";
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Cases");
        await hub.SaysAsync(id, "waiting");

        await hub.Client.RaiseEventAsync(id, "Letter", 1);
        await hub.Client.RaiseEventAsync(id, "lEttEr", 2);

        Assert.Equal("2,1", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Events)]
    public async Task Waiters_of_one_name_for_different_types_are_refused()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Types", async context =>
        {
            _ = context.WaitForExternalEvent<int>("E");
            await Assert.ThrowsAsync<ArgumentException>(() => context.WaitForExternalEvent<string>("E"));
            return "refused";
        }));

        Assert.Equal("refused", await hub.ResultAsync<string>("Types"));
    }
}
