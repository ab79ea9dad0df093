using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>What comes when, to whom, and with what in it.</summary>
public abstract class EventOrderContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.Events)]
    public async Task Names_have_queues_of_their_own()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Sorter", async context =>
        {
            await context.WaitForExternalEvent<object>("Go");
            var b = new[] { await context.WaitForExternalEvent<int>("B"), await context.WaitForExternalEvent<int>("B") };
            var a = new[] { await context.WaitForExternalEvent<int>("A"), await context.WaitForExternalEvent<int>("A") };
            return string.Join(',', a.Concat(b));
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Sorter");

        foreach (var (name, number) in new[] { ("A", 1), ("B", 10), ("A", 2), ("B", 20) }) await hub.Client.RaiseEventAsync(id, name, number);
        await hub.Client.RaiseEventAsync(id, "Go");

        Assert.Equal("1,2,10,20", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Events)]
    public async Task Buffered_events_outlive_the_worker_in_their_order()
    {
        await using var hub = await StartAsync(Readers);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Reader", 12);
        for (var number = 0; number < 6; number++) await hub.Client.RaiseEventAsync(id, "N", number);

        await hub.RestartAsync();
        for (var number = 6; number < 12; number++) await hub.Client.RaiseEventAsync(id, "N", number);
        await hub.Client.RaiseEventAsync(id, "Go");

        Assert.Equal(Enumerable.Range(0, 12), (await hub.CompletionAsync(id)).ReadOutputAs<int[]>()!);
    }

    [Fact]
    [Holds(Rule.Events)]
    public async Task Events_to_an_instance_that_has_not_begun_wait_for_it()
    {
        var clock = new ManualTime();
        await using var hub = await StartAsync(Readers, options => options.Time = clock);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync(
            "Reader", 2, new StartOrchestrationOptions(null, clock.GetUtcNow().AddHours(1)));

        await hub.Client.RaiseEventAsync(id, "N", 1);
        await hub.Client.RaiseEventAsync(id, "N", 2);
        await hub.Client.RaiseEventAsync(id, "Go");
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await hub.Client.GetInstanceAsync(id))!.RuntimeStatus);
        clock.Advance(TimeSpan.FromHours(1));

        var read = (await hub.CompletionAsync(id)).ReadOutputAs<int[]>()!;
        Assert.Equal([1, 2], read);
    }

    [Fact]
    [Holds(Rule.Events)]
    public async Task An_event_without_a_payload_is_null_or_zero()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Empty", async context =>
            await context.WaitForExternalEvent<string?>("Text") is null ? await context.WaitForExternalEvent<int>("Number") : -1));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Empty");

        await hub.Client.RaiseEventAsync(id, "Text");
        await hub.Client.RaiseEventAsync(id, "Number", CancellationToken.None);

        Assert.Equal(0, (await hub.CompletionAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    [Holds(Rule.Events)]
    public async Task An_event_carries_a_record()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Taker", async context =>
        {
            var visit = await context.WaitForExternalEvent<Visit>("Visit");
            return visit with { Guests = visit.Guests + 1 };
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Taker");

        await hub.Client.RaiseEventAsync(id, "Visit", new Visit("Busan", 3, new DateOnly(2031, 5, 1)));

        Assert.Equal(new Visit("Busan", 4, new DateOnly(2031, 5, 1)), (await hub.CompletionAsync(id)).ReadOutputAs<Visit>());
    }

    [Fact]
    [Holds(Rule.Events)]
    public async Task What_one_orchestration_sends_another_arrives_in_order_and_once()
    {
        await using var hub = await StartAsync(tasks =>
        {
            Readers(tasks);
            tasks.AddOrchestratorFunc<string>("Sender", (context, to) =>
            {
                for (var number = 0; number < 30; number++) context.SendEvent(to, "N", number);
                context.SendEvent(to, "Go", "now");
            });
        });
        var reader = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Reader", 30);

        await hub.RunAsync("Sender", reader);

        Assert.Equal(Enumerable.Range(0, 30), (await hub.CompletionAsync(reader)).ReadOutputAs<int[]>()!);
    }

    [Fact]
    [Holds(Rule.Events)]
    public async Task An_orchestration_can_write_to_itself()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Diary", async context =>
        {
            context.SendEvent(context.InstanceId, "Note", "remember");
            return await context.WaitForExternalEvent<string>("Note");
        }));

        Assert.Equal("remember", await hub.ResultAsync<string>("Diary"));
    }

    [Fact]
    [Holds(Rule.Events)]
    public async Task Events_that_nobody_waits_for_do_not_hold_the_end_up()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Ender", async context =>
            await context.WaitForExternalEvent<string>("End")));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Ender");

        for (var number = 0; number < 5; number++) await hub.Client.RaiseEventAsync(id, "Noise", number);
        await hub.Client.RaiseEventAsync(id, "End", "ended");

        Assert.Equal("ended", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Events)]
    public async Task Several_clients_raise_at_once_and_nothing_is_lost()
    {
        await using var hub = await StartAsync(Readers);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Reader", 40);
        var clients = new[] { hub.Client, hub.OtherClient() };

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => clients[number % 2].RaiseEventAsync(id, "N", number)));
        await hub.Client.RaiseEventAsync(id, "Go");

        Assert.Equal(Enumerable.Range(0, 40), (await hub.CompletionAsync(id)).ReadOutputAs<int[]>()!.Order());
    }

    private static void Readers(DurableTaskRegistry tasks) => tasks.AddOrchestratorFunc<int, int[]>("Reader", async (context, count) =>
    {
        await context.WaitForExternalEvent<object>("Go");
        var read = new int[count];
        for (var index = 0; index < count; index++) read[index] = await context.WaitForExternalEvent<int>("N");
        return read;
    });

    private sealed record Visit(string Town, int Guests, DateOnly On);
}
