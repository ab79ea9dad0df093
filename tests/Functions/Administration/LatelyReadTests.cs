using LocalDiplomacy.Functions.Administration;

namespace LocalDiplomacy.Functions.Tests.Administration;

/// <summary>What is read at most every few seconds.</summary>
public sealed class LatelyReadTests
{
    private readonly Clock _clock = new();
    private readonly LatelyRead<string> _lately;
    private int _reads;

    public LatelyReadTests() => _lately = new(_clock);

    [Fact]
    public async Task It_is_not_read_again_at_once()
    {
        Assert.Equal("1", await GetAsync());
        _clock.Pass(LatelyRead<string>.LeastPause / 2);
        Assert.Equal("1", await GetAsync());
        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task Nobody_waits_for_the_next_reading_and_all_share_it()
    {
        await GetAsync();
        _clock.Pass(LatelyRead<string>.LeastPause);
        var slow = new TaskCompletionSource<string>();
        Task<string> Slow()
        {
            _reads++;
            return slow.Task;
        }

        Assert.Equal("1", await _lately.GetAsync(Slow, CancellationToken.None));
        Assert.Equal("1", await _lately.GetAsync(Slow, CancellationToken.None));
        slow.SetResult("new");
        await UntilAsync(async () => await _lately.GetAsync(Slow, CancellationToken.None) == "new");
        Assert.Equal(2, _reads);
    }

    [Fact]
    public async Task What_was_not_read_for_long_is_waited_for()
    {
        await GetAsync();
        _clock.Pass(LatelyRead<string>.LongestUnread + TimeSpan.FromSeconds(1));
        Assert.Equal("2", await GetAsync());
    }

    [Fact]
    public async Task No_more_than_a_twentieth_of_the_time_is_spent_on_it()
    {
        Assert.Equal("1", await _lately.GetAsync(Long, CancellationToken.None));
        _clock.Pass(TimeSpan.FromSeconds(19 * 10));
        Assert.Equal("1", await GetAsync());
        Assert.Equal(1, _reads);
        _clock.Pass(TimeSpan.FromSeconds(11));
        await UntilAsync(async () => await GetAsync() == "2");

        Task<string> Long()
        {
            _clock.Pass(TimeSpan.FromSeconds(10));
            return ReadAsync();
        }
    }

    [Fact]
    public async Task A_reading_that_failed_is_tried_again()
    {
        await Assert.ThrowsAsync<IOException>(() => _lately.GetAsync(() => Task.FromException<string>(new IOException()), CancellationToken.None));
        Assert.Equal("1", await GetAsync());
    }

    private Task<string> GetAsync() => _lately.GetAsync(ReadAsync, CancellationToken.None);

    private Task<string> ReadAsync() => Task.FromResult((++_reads).ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            Assert.True(tries < 100_000, "It did not come.");
            await Task.Yield();
        }
    }

    private sealed class Clock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

        public override long GetTimestamp() => Interlocked.Read(ref _ticks);
    }
}
