using LocalDiplomacy.Demo;

namespace LocalDiplomacy.Embedded.Tests.Host;

public sealed class SkippableTimeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SkippableTime _time = new(TimeProvider.System);

    [Fact]
    public void It_is_the_real_clock_until_it_is_skipped_and_goes_on_from_there()
    {
        var (before, stamp) = (TimeProvider.System.GetUtcNow(), _time.GetTimestamp());
        Assert.InRange(_time.GetUtcNow(), before, TimeProvider.System.GetUtcNow());

        _time.Skip(TimeSpan.FromDays(40));

        Assert.InRange(_time.GetUtcNow(), before.AddDays(40), TimeProvider.System.GetUtcNow().AddDays(40));
        Assert.InRange(_time.GetElapsedTime(stamp), TimeSpan.FromDays(40), TimeSpan.FromDays(40) + Patience);
    }

    [Fact]
    public void It_never_goes_back()
    {
        _time.SkipTo(_time.GetUtcNow().AddYears(-1));

        Assert.InRange(_time.GetUtcNow(), TimeProvider.System.GetUtcNow().AddMinutes(-1), TimeProvider.System.GetUtcNow());
        Assert.Throws<ArgumentOutOfRangeException>(() => _time.Skip(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public async Task What_a_skip_passes_comes_at_once_and_nothing_else()
    {
        var (passed, ahead) = (Delay(TimeSpan.FromDays(39)), Delay(TimeSpan.FromDays(41)));

        _time.Skip(TimeSpan.FromDays(40));
        await passed.WaitAsync(Patience);
        await Delay(TimeSpan.FromMilliseconds(30)).WaitAsync(Patience);

        Assert.False(ahead.IsCompleted);
        _time.Skip(TimeSpan.FromDays(1));
        await ahead.WaitAsync(Patience);
    }

    [Fact]
    public async Task Nothing_comes_before_its_time_by_this_clock()
    {
        var moments = new List<(DateTimeOffset Due, DateTimeOffset Rang)>();
        var timers = Enumerable.Range(1, 40).Select(async number =>
        {
            var due = _time.GetUtcNow().AddMilliseconds(number * 7);
            await Delay(TimeSpan.FromMilliseconds(number * 7));
            lock (moments) moments.Add((due, _time.GetUtcNow()));
        }).ToArray();

        _time.Skip(TimeSpan.FromMilliseconds(100));
        await Task.WhenAll(timers).WaitAsync(Patience);

        Assert.Equal(40, moments.Count);
        // A timer's due moment is taken a little after the test's own, never before it.
        Assert.All(moments, moment => Assert.True(moment.Rang >= moment.Due, $"due {moment.Due:O}, came {moment.Rang:O}"));
    }

    [Fact]
    public async Task A_periodic_timer_comes_once_for_a_skip_of_many_periods_and_then_goes_on()
    {
        var count = 0;
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var timer = _time.CreateTimer(_ => (Interlocked.Increment(ref count) == 1 ? first : second).TrySetResult(), null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));

        _time.Skip(TimeSpan.FromHours(10.5));
        await first.Task.WaitAsync(Patience);
        Assert.Equal(1, Volatile.Read(ref count));

        _time.Skip(TimeSpan.FromHours(1));
        await second.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_timer_that_was_switched_off_or_thrown_away_stays_silent()
    {
        var rang = 0;
        await using var off = _time.CreateTimer(_ => Interlocked.Increment(ref rang), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        var away = _time.CreateTimer(_ => Interlocked.Increment(ref rang), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        off.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await away.DisposeAsync();
        var witness = Delay(TimeSpan.FromHours(2));

        _time.Skip(TimeSpan.FromDays(1));
        await witness.WaitAsync(Patience);

        Assert.Equal(0, Volatile.Read(ref rang));
    }

    private Task Delay(TimeSpan time) => Task.Delay(time, _time);
}
