using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

internal sealed partial class Hub
{
    private readonly Lock working = new();
    private readonly HashSet<Task> work = [];
    private volatile bool isRunning;
    private volatile bool hasRecovered;
    private DateTimeOffset startedAt;
    private ITimer? sweep;

    /// <summary>Work that the last run left is taken up, and this one goes on.</summary>
    internal bool HasRecovered
    {
        get => hasRecovered && isRunning;
        private set => hasRecovered = value;
    }

    /// <summary>Takes up what the last run left. When the storage is away, that happens as soon as it is back.</summary>
    internal async Task StartAsync(CancellationToken cancellation)
    {
        startedAt = Clock.Now;
        isRunning = true;
        sweep = Clock.Time.CreateTimer(_ => Queue(SweepAsync), null, Options.SweepEvery, Options.SweepEvery);
        if (!await TryRecoverAsync(1, cancellation)) Queue(RecoverAsync);
    }

    /// <summary>Lets running activities end within the grace, stores their results, then stops.</summary>
    internal async Task StopAsync(CancellationToken cancellation)
    {
        if (!isRunning) return;
        Activities.Close();
        await Settled(Task.WhenAll(Activities.Running), Options.ShutdownGrace, cancellation);
        await Settled(Idle(), Options.ShutdownGrace, cancellation);
        await HaltAsync();
        await Settled(Idle(), Options.ShutdownGrace, cancellation);
        await Activities.UncountAsync(cancellation);
    }

    /// <summary>Stops at once, as the end of the process would.</summary>
    internal Task HaltAsync()
    {
        isRunning = false;
        sweep?.Dispose();
        WakeUps.Dispose();
        codeWatch.Dispose();
        // Not CancelAsync, which cancels on another thread: nothing of this host may run on after this.
        stopping.Cancel();
        foreach (var lane in lanes.Values) lane.DeclineToBegin();
        lanes.Clear();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        sweep?.Dispose();
        WakeUps.Dispose();
        codeWatch.Dispose();
        stopping.Dispose();
        turns.Dispose();
        Counts.Dispose();
        Activities.Dispose();
    }

    /// <param name="step">What to do.</param>
    /// <param name="slot">Whose place among the turns can be given to others while the step does not come back.</param>
    internal void Queue(Func<CancellationToken, Task> step, TurnSlot? slot = null)
    {
        // Not on the thread that signals: that may be a client's, and an orchestrator that never comes back would keep it.
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task? task = null;
        task = RunAsync();
        lock (working) work.Add(task);
        begin.SetResult();

        async Task RunAsync()
        {
            await begin.Task.ConfigureAwait(Yielding());
            try
            {
                await turns.WaitAsync(stopping.Token);
                slot?.Take();
                try
                {
                    await step(stopping.Token);
                }
                finally
                {
                    if (slot is null || slot.TryGiveBack()) turns.Release();
                }
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException)
            {
            }
            finally
            {
                lock (working) work.Remove(task!);
            }
        }
    }

    /// <summary>On with the caller's scheduler, if it has one, but never on an orchestrator's thread.</summary>
    internal static ConfigureAwaitOptions Yielding() => SynchronizationContext.Current is null
        ? ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.ContinueOnCapturedContext
        : ConfigureAwaitOptions.ForceYielding;

    private Task Idle()
    {
        lock (working) return Task.WhenAll(work.ToArray());
    }

    private async Task Settled(Task task, TimeSpan atMost, CancellationToken cancellation)
    {
        try
        {
            await task.WaitAsync(atMost, Clock.Time, cancellation);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            Logger.LogInformation("Some work did not end in time; it goes on after the next start.");
        }
    }

    private async Task RecoverAsync(CancellationToken cancellation)
    {
        for (var failures = 1; ; failures++)
        {
            await Task.Delay(Backoff.Pause(Options.Chance, failures, Options.LongestRetryPause), Clock.Time, cancellation);
            if (await TryRecoverAsync(failures + 1, cancellation)) return;
        }
    }

    private async Task<bool> TryRecoverAsync(int attempt, CancellationToken cancellation)
    {
        try
        {
            await Store.EnsureCreatedAsync(cancellation);
            await foreach (var entry in Store.Due.AllAsync(cancellation)) Resume(entry);
            return HasRecovered = true;
        }
        catch (Exception away) when (away is not OperationCanceledException and not OutOfMemoryException)
        {
            Logger.LogWarning(away, "The storage cannot be reached (try {Attempt}); orchestrations wait for it.", attempt);
            return false;
        }
    }

    private void Resume(DueEntry entry)
    {
        if (entry.Due <= Clock.Now) Signal(entry.InstanceId);
        else if (entry.Due < DateTimeOffset.MaxValue) WakeUps.Schedule(entry.InstanceId, entry.Due);
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        try
        {
            await Store.EnsureCreatedAsync(cancellation);
            await foreach (var entry in Store.Due.UntilAsync(Clock.Now, cancellation))
                Signal(entry.InstanceId, recheckInbox: true, readAgain: false);
        }
        catch (Exception away) when (away is not OperationCanceledException and not OutOfMemoryException)
        {
            Logger.LogWarning(away, "The index of due work could not be read; it is read again in {Interval}.", Options.SweepEvery);
        }
    }
}
