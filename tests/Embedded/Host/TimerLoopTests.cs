using System.Threading.Channels;
using LocalDiplomacy.EmbeddedHost.Dispatch;
using LocalDiplomacy.EmbeddedHost.Timers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalDiplomacy.Embedded.Tests.Host;

public sealed class TimerLoopTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 8, 59, 0, TimeSpan.Zero);

    private readonly ManualTime _time = new(Start);
    private readonly Memory _store = new();
    private readonly Channel<(DateTimeOffset At, TimerInfo Info)> _runs = Channel.CreateUnbounded<(DateTimeOffset, TimerInfo)>();
    private readonly CancellationTokenSource _stop = new();

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    [Fact]
    public async Task It_runs_when_its_time_has_come_and_again()
    {
        Run(nameof(Timers.Hourly));

        await _time.AdvanceToNextAsync();
        var first = await NextRunAsync();
        await _time.AdvanceToNextAsync();
        var second = await NextRunAsync();

        Assert.Equal((Start.AddMinutes(1), false), (first.At, first.Info.IsPastDue));
        Assert.Equal((Start.AddMinutes(61), false), (second.At, second.Info.IsPastDue));
        Assert.Equal(Start.AddMinutes(61).UtcDateTime, second.Info.ScheduleStatus!.Next);
    }

    [Fact]
    public async Task A_run_that_was_missed_is_made_up_for_and_marked()
    {
        _store.Status = new ScheduleStatus { Next = Start.AddHours(-3).UtcDateTime };

        Run(nameof(Timers.Hourly));

        Assert.True((await NextRunAsync()).Info.IsPastDue);
        await _time.AdvanceToNextAsync();
        Assert.False((await NextRunAsync()).Info.IsPastDue);
    }

    [Fact]
    public async Task A_run_that_was_not_missed_is_waited_for()
    {
        _store.Status = new ScheduleStatus { Next = Start.AddMinutes(1).UtcDateTime };

        Run(nameof(Timers.Hourly));
        await _time.AdvanceToNextAsync();

        Assert.Equal(Start.AddMinutes(1), (await NextRunAsync()).At);
    }

    [Fact]
    public async Task A_run_that_a_clock_ahead_of_ours_left_is_not_waited_for()
    {
        _store.Status = new ScheduleStatus { Last = Start.AddYears(4).UtcDateTime, Next = Start.AddYears(4).AddHours(1).UtcDateTime };

        Run(nameof(Timers.Hourly));
        await _time.AdvanceToNextAsync();

        var run = await NextRunAsync();
        Assert.Equal((Start.AddMinutes(1), false), (run.At, run.Info.IsPastDue));
    }

    [Fact]
    public async Task It_runs_at_the_start_where_it_says_so()
    {
        Run(nameof(Timers.AtStart));

        var run = await NextRunAsync();

        Assert.Equal((Start, false), (run.At, run.Info.IsPastDue));
    }

    [Fact]
    public async Task A_run_that_fails_is_followed_by_the_next()
    {
        Run(nameof(Timers.Hourly), fail: true);

        await _time.AdvanceToNextAsync();
        await NextRunAsync();
        await _time.AdvanceToNextAsync();

        Assert.Equal(Start.AddMinutes(61), (await NextRunAsync()).At);
    }

    [Fact]
    public async Task A_store_that_is_away_stops_no_timer()
    {
        _store.Away = true;
        Run(nameof(Timers.Hourly));

        await _time.AdvanceToNextAsync();
        await NextRunAsync();
        await _time.AdvanceToNextAsync();

        Assert.Equal(Start.AddMinutes(61), (await NextRunAsync()).At);
    }

    [Fact]
    public void What_comes_more_often_than_once_a_minute_is_not_made_up_for() =>
        Assert.False(TimerFunction.Of(Entry(nameof(Timers.EverySecond)), new ConfigurationManager()).Monitored);

    private static FunctionEntry Entry(string name) => FunctionCatalog.Of([typeof(Timers)]).Functions.Single(f => f.Name == name);

    private void Run(string function, bool fail = false)
    {
        var timer = TimerFunction.Of(Entry(function), new ConfigurationManager());
        var loop = new TimerLoop(timer, Note, _store, _time, NullLogger.Instance);
        _ = Task.Run(() => loop.RunAsync(_stop.Token));

        Task Note(TimerInfo info, CancellationToken cancellationToken)
        {
            _runs.Writer.TryWrite((_time.GetUtcNow(), info));
            return fail ? throw new InvalidOperationException("as the test wants") : Task.CompletedTask;
        }
    }

    private async Task<(DateTimeOffset At, TimerInfo Info)> NextRunAsync() =>
        await _runs.Reader.ReadAsync(_stop.Token).AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    public static class Timers
    {
        [Function("Hourly")]
        public static void Hourly([TimerTrigger("0 0 * * * *")] TimerInfo timer) => _ = timer;

        [Function("AtStart")]
        public static void AtStart([TimerTrigger("0 0 * * * *", RunOnStartup = true)] TimerInfo timer) => _ = timer;

        [Function("EverySecond")]
        public static void EverySecond([TimerTrigger("* * * * * *")] TimerInfo timer) => _ = timer;
    }

    private sealed class Memory : ITimerStatusStore
    {
        public ScheduleStatus? Status { get; set; }

        public bool Away { get; set; }

        public Task<ScheduleStatus?> ReadAsync(string function, CancellationToken cancellationToken) =>
            Away ? throw new IOException("away") : Task.FromResult(Status);

        public Task WriteAsync(string function, ScheduleStatus status, CancellationToken cancellationToken)
        {
            if (Away)
                throw new IOException("away");
            Status = status;
            return Task.CompletedTask;
        }
    }
}
