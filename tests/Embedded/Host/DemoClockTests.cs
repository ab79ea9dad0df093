using LocalDiplomacy.Demo;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace LocalDiplomacy.Embedded.Tests.Host;

/// <summary>In --demo, and only there, the host runs on a clock that the demo's player can skip ahead.</summary>
public sealed class DemoClockTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TestSurroundings _surroundings = new();

    public void Dispose() => _surroundings.Dispose();

    [Fact]
    public async Task Without_demo_the_clock_is_the_one_of_the_process()
    {
        await using var host = await RunningHost.StartAsync(_surroundings, null, typeof(Sleeper));

        Assert.Same(TimeProvider.System, host.Services.GetRequiredService<TimeProvider>());
        Assert.Empty(host.Services.GetServices<SkippableTime>());
    }

    [Fact]
    public async Task A_skip_of_forty_days_ends_the_sleep_of_forty_days_and_no_longer_one()
    {
        await using var host = await RunningHost.StartAsync(_surroundings, ["--demo"], null, typeof(Sleeper));
        var clock = Assert.IsType<SkippableTime>(host.Services.GetRequiredService<TimeProvider>());
        await Task.WhenAll(BeginAsync(host, "forty", 40), BeginAsync(host, "fortyone", 41));

        clock.Skip(TimeSpan.FromDays(40));
        await WaitForAsync(host, "forty woke");

        Assert.DoesNotContain("fortyone woke", host.Notebook.Lines);
        clock.Skip(TimeSpan.FromDays(1));
        await WaitForAsync(host, "fortyone woke");
        Assert.DoesNotContain(host.Notebook.Lines, line => line.EndsWith("early", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_skip_brings_a_timer_function_that_it_passes()
    {
        await using var host = await RunningHost.StartAsync(_surroundings, ["--demo"], null, typeof(Yearly));
        var clock = (SkippableTime)host.Services.GetRequiredService<TimeProvider>();
        await WaitForAsync(host, "at the start");

        clock.Skip(TimeSpan.FromDays(367));

        await WaitForAsync(host, "past due");
    }

    private static async Task BeginAsync(RunningHost host, string id, int days)
    {
        using var answer = await host.Client.GetAsync($"/sleep/{id}/{days}");
        answer.EnsureSuccessStatusCode();
        await WaitForAsync(host, $"{id} sleeps");
    }

    private static async Task WaitForAsync(RunningHost host, string line)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!host.Notebook.Lines.Contains(line))
        {
            Assert.False(limit.IsCancellationRequested, $"nothing wrote \"{line}\": {string.Join(", ", host.Notebook.Lines)}");
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    public sealed class Sleeper(Notebook notebook, TimeProvider time)
    {
        [Function("Begin")]
        public static async Task<IActionResult> Begin(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sleep/{id}/{days:int}")] HttpRequest request,
            string id, int days, [DurableClient] DurableTaskClient client)
        {
            await client.ScheduleNewOrchestrationInstanceAsync("Sleep", days, new StartOrchestrationOptions(id), request.HttpContext.RequestAborted);
            return new OkResult();
        }

        [Function("Sleep")]
        public static async Task Sleep([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var until = context.CurrentUtcDateTime.AddDays(context.GetInput<int>());
            await context.CallActivityAsync("Note", new Line("sleeps", null));
            await context.CreateTimer(until, CancellationToken.None);
            await context.CallActivityAsync("Note", new Line("woke", until));
        }

        [Function("Note")]
        public void Note([ActivityTrigger] Line line, string instanceId) =>
            notebook.Write($"{instanceId} {line.Words}" + (time.GetUtcNow().UtcDateTime < line.NotBefore ? " early" : ""));
    }

    public sealed record Line(string Words, DateTime? NotBefore);

    public sealed class Yearly(Notebook notebook)
    {
        [Function("OnNewYear")]
        public void OnNewYear([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => notebook.Write(timer.IsPastDue ? "past due" : "at the start");
    }
}
