namespace LocalDiplomacy.EndToEnd.Tests.Kills;

/// <summary>The program on one data folder, killed with SIGKILL at random moments and started again, always on the same port.</summary>
internal sealed class KilledProgram(string data, Random random) : IDisposable
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromMilliseconds(1000);
    private static readonly TimeSpan LongestStart = TimeSpan.FromMilliseconds(1500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);
    private readonly int _port = ProgramUnderTest.FreePort();
    private ProgramUnderTest? _running;
    private TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _answers;

    public int Kills { get; private set; }

    public Uri Portal { get; private set; } = null!;

    public string LastOutput => _running?.Output ?? "";

    /// <summary>Completes when the program answers; after a kill, when the next one does.</summary>
    public Task ReadyAsync() => _ready.Task;

    public async Task StartAsync()
    {
        _running = ProgramUnderTest.Start(data, _port);
        Portal = _running.Portal;
        await _running.ReadyAsync();
        _ready.TrySetResult();
    }

    /// <summary>Somebody got an answer of it.</summary>
    public void NoteAnAnswer() => Interlocked.Increment(ref _answers);

    /// <summary>
    /// Kills and restarts; the last start is left alone. After a life in which nobody got an answer the next one lasts until somebody
    /// does: on a busy machine no request would come through otherwise, and kills that meet no work show nothing.
    /// </summary>
    /// <param name="restarted">Called after each restart, with the program up.</param>
    public async Task KillAsync(int times, Func<Task> restarted)
    {
        var isStarved = false;
        while (Kills < times)
        {
            var before = Volatile.Read(ref _answers);
            if (isStarved) await Waiting.UntilAsync("somebody gets an answer", Patience, LookEvery, () => Task.FromResult(Volatile.Read(ref _answers) > before));
            await Task.Delay(LongestLife * random.NextDouble());
            isStarved = Volatile.Read(ref _answers) == before;
            KillNow();
            // Every fifth process dies before it is up, amid what it does at its start.
            if (Kills % 5 == 0 && Kills < times) await DieStartingAsync();
            await StartAsync();
            await restarted();
        }
    }

    public void Dispose() => _running?.Dispose();

    private async Task DieStartingAsync()
    {
        _running = ProgramUnderTest.Start(data, _port);
        await Task.Delay(LongestStart * random.NextDouble());
        KillNow();
    }

    private void KillNow()
    {
        if (_ready.Task.IsCompleted) _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Assert.False(_running!.HasEnded, $"The program ended by itself:\n{LastOutput}");
        _running.Kill();
        _running.Dispose();
        Kills++;
    }
}
