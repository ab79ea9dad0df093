using System.Collections.Concurrent;
using LocalDiplomacy.DurableTaskEngine.Health;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Storage;
using LocalDiplomacy.DurableTaskEngine.Telemetry;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>Runs activities, a bounded number at once, and hands their results to their instances.</summary>
internal sealed class ActivityRunner(
    HubStore store, TaskFactories factories, DurableTaskHostOptions options, HubClock clock, IServiceProvider services, ILogger logger)
    : IDisposable
{
    /// <summary>As many ends of the process while it ran can be chance.</summary>
    private const int StartsOfASuspect = 3;

    private readonly Quarantine suspects = new();
    private readonly SemaphoreSlim slots = new(options.Worker.Concurrency.MaximumConcurrentActivityWorkItems);
    private readonly ConcurrentDictionary<(string InstanceId, string RowKey), Task> running = new();
    private readonly ConcurrentDictionary<(string InstanceId, string RowKey), ActivityRow> counted = new();
    private volatile bool closed;

    /// <summary>This process, as the owner of leases.</summary>
    internal string Owner { get; } = options.Chance.NewGuid().ToString("N");

    internal IEnumerable<Task> Running => running.Values;

    internal WatchedActivities Watched { get; } = new(clock.Time);

    internal bool IsRunning(string instanceId, ActivityRow activity) => running.ContainsKey((instanceId, activity.RowKey));

    /// <summary>A slot for an activity that the turn being committed schedules: it can then be stored as started at once, which
    /// saves a write. To be given back when the turn is not committed.</summary>
    internal bool TryReserve() => !closed && slots.Wait(0);

    /// <summary>Starts nothing any more.</summary>
    internal void Close() => closed = true;

    /// <summary>After an orderly stop: what was cut off by it does not count as a start.</summary>
    internal async Task UncountAsync(CancellationToken cancellation)
    {
        foreach (var (key, activity) in counted)
            await store.UpdateActivityAsync(key.InstanceId, activity with { Starts = activity.Starts - 1, Owner = null }, cancellation);
    }

    internal void GiveBack() => slots.Release();

    public void Dispose() => slots.Dispose();

    internal DateTimeOffset NewLease() => clock.Now + options.ActivityLease;

    /// <param name="instance">To whom the activity belongs.</param>
    /// <param name="activity">With data in plain form.</param>
    /// <param name="reserved">True when it holds a slot and is stored as started.</param>
    /// <param name="deliver">Takes the result.</param>
    /// <param name="stopping">The activity's result is dropped when this is cancelled first.</param>
    internal void Start(InstanceRow instance, ActivityRow activity, bool reserved, Action<HistoryEvent> deliver, CancellationToken stopping)
    {
        var key = (instance.InstanceId, activity.RowKey);
        if (closed && !reserved) return;
        var begin = new TaskCompletionSource();
        var task = RunAsync();
        if (running.TryAdd(key, task)) begin.SetResult();
        else if (reserved) slots.Release();

        async Task RunAsync()
        {
            await begin.Task;
            await Task.CompletedTask.ConfigureAwait(Hub.Yielding());
            try
            {
                // One suspect at a time: the one that ends the process is found out, and takes no other one's starts along.
                var isSuspect = !reserved && activity.Starts >= StartsOfASuspect;
                if (isSuspect) await suspects.EnterAsync(stopping);
                try
                {
                    if (!reserved) await slots.WaitAsync(stopping);
                    await RunInSlotAsync(instance, activity, reserved, deliver, stopping);
                }
                finally
                {
                    if (isSuspect) suspects.Leave();
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                logger.LogWarning(failure, "An activity of {InstanceId} could not be started; it will be tried again.", instance.InstanceId);
                running.TryRemove(key, out _);
                deliver(new HistoryEvent(HistoryKind.TaskScheduled) { TaskId = activity.Scheduled.TaskId });
            }
            finally
            {
                running.TryRemove(key, out _);
            }
        }
    }

    private async Task RunInSlotAsync(
        InstanceRow instance, ActivityRow activity, bool isCounted, Action<HistoryEvent> deliver, CancellationToken stopping)
    {
        try
        {
            if (await ResultOfAsync(instance, activity, isCounted, stopping) is { } result && !stopping.IsCancellationRequested)
                deliver(result with
                {
                    MessageId = clock.NewMessageId(),
                    Execution = instance.ExecutionId,
                    Generation = RowKeys.GenerationOf(activity.RowKey),
                });
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<HistoryEvent?> ResultOfAsync(InstanceRow instance, ActivityRow activity, bool isCounted, CancellationToken stopping)
    {
        if (!isCounted)
        {
            if (activity.Starts >= options.MaximumActivityStarts) return Poisoned(instance, activity);
            activity = activity with { Starts = activity.Starts + 1, Owner = Owner, LeasedUntil = NewLease() };
            if (!await store.StartActivityAsync(instance.InstanceId, activity, stopping)) return null;
        }

        await using var lease = clock.Time.CreateTimer(
            _ => _ = ProlongAsync(instance, activity, stopping), null, options.ActivityLease / 2, options.ActivityLease / 2);
        return await LimitedAsync(instance, activity, stopping);
    }

    /// <summary>The activity's code runs beside this, so that one that blocks its thread is given up too.</summary>
    private async Task<HistoryEvent?> LimitedAsync(InstanceRow instance, ActivityRow activity, CancellationToken stopping)
    {
        var ended = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        // Not disposed of when the time is over: code that was given up may still look at it.
        var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await using var timer = options.MachineTime.CreateTimer(
            _ =>
            {
                if (ended.TrySetResult(false)) _ = limit.CancelAsync();
            },
            null,
            options.ActivityTimeLimit,
            Timeout.InfiniteTimeSpan);
        var work = RunAsync();
        if (!await ended.Task) return stopping.IsCancellationRequested ? null : TimedOut(instance, activity);
        limit.Dispose();
        return await work;

        async Task<HistoryEvent?> RunAsync()
        {
            await Task.CompletedTask.ConfigureAwait(Hub.Yielding());
            try
            {
                return await InvokeAsync(instance, activity, limit.Token, stopping);
            }
            finally
            {
                ended.TrySetResult(true);
            }
        }
    }

    private async Task<HistoryEvent?> InvokeAsync(
        InstanceRow instance, ActivityRow activity, CancellationToken limit, CancellationToken stopping)
    {
        var scheduled = activity.Scheduled;
        using var span = EngineTraces.Run(scheduled, instance.InstanceId);
        var begun = clock.Time.GetTimestamp();
        Watched.Begins(instance.InstanceId, activity.RowKey, scheduled.Name!, activity.Starts);
        var result = await CallAsync(instance, activity, limit, stopping);
        Watched.Ends(instance.InstanceId, activity.RowKey);
        var errorType = result is null ? "interrupted" : FailureText.Read(result.Failure)?.ErrorType;
        if (span is not null && errorType is not null) EngineTraces.Failed(span, errorType);
        EngineMetrics.ActivityTook(scheduled.Name!, clock.Time.GetElapsedTime(begun), errorType);
        return result;
    }

    private async Task<HistoryEvent?> CallAsync(
        InstanceRow instance, ActivityRow activity, CancellationToken limit, CancellationToken stopping)
    {
        var scheduled = activity.Scheduled;
        if (factories.Activity(scheduled.Name!, scheduled.Version) is not { } factory)
            return Failed(scheduled, new TaskFailureDetails(
                FailureKinds.ActivityNotFound, $"The activity task named '{scheduled.Name}' was not found.", null, null, null));

        try
        {
            counted[(instance.InstanceId, activity.RowKey)] = activity;
            await using var scope = services.GetService<IServiceScopeFactory>()?.CreateAsyncScope();
            var task = factory(scope?.ServiceProvider ?? services);
            var converter = options.Worker.DataConverter;
            var input = scheduled.Data is null ? null : converter.Deserialize(scheduled.Data, task.InputType);
            var output = await task.RunAsync(new EngineActivityContext(scheduled.Name!, instance.InstanceId, scheduled.Version, limit), input);
            counted.TryRemove((instance.InstanceId, activity.RowKey), out _);
            return new HistoryEvent(HistoryKind.TaskCompleted) { TaskId = scheduled.TaskId, Data = converter.Serialize(output) };
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // Whatever a stop does to an activity is not its result: it runs again after the next start.
            return null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            counted.TryRemove((instance.InstanceId, activity.RowKey), out _);
            logger.LogInformation(failure, "Activity {Activity} of {InstanceId} failed.", scheduled.Name, instance.InstanceId);
            return Failed(scheduled, TaskFailureDetails.FromException(failure));
        }
    }

    private async Task ProlongAsync(InstanceRow instance, ActivityRow activity, CancellationToken stopping)
    {
        try
        {
            await store.UpdateActivityAsync(instance.InstanceId, activity with { Owner = Owner, LeasedUntil = NewLease() }, stopping);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Without a lease another host may run it too, which an activity allows for.
            logger.LogDebug(failure, "The lease of an activity of {InstanceId} could not be prolonged.", instance.InstanceId);
        }
    }

    private HistoryEvent Poisoned(InstanceRow instance, ActivityRow activity)
    {
        logger.LogError(
            "Activity {Activity} of {InstanceId} was started {Starts} times and never came to an end; it is given up.",
            activity.Scheduled.Name, instance.InstanceId, activity.Starts);
        Watched.GivesUp(instance.InstanceId, activity.Scheduled.Name!, activity.Starts);
        return Failed(activity.Scheduled, new TaskFailureDetails(
            FailureKinds.PoisonedActivity,
            $"The activity '{activity.Scheduled.Name}' was started {activity.Starts} times, and each time the process ended before it did.",
            null,
            null,
            null));
    }

    private HistoryEvent TimedOut(InstanceRow instance, ActivityRow activity)
    {
        counted.TryRemove((instance.InstanceId, activity.RowKey), out _);
        logger.LogError(
            "Activity {Activity} of {InstanceId} did not come to its end within {Limit}; it fails. Its code may go on, and keep what it holds.",
            activity.Scheduled.Name, instance.InstanceId, options.ActivityTimeLimit);
        return Failed(activity.Scheduled, new TaskFailureDetails(
            FailureKinds.ActivityTimedOut,
            $"The activity '{activity.Scheduled.Name}' did not come to its end within {options.ActivityTimeLimit}.",
            null,
            null,
            null));
    }

    private static HistoryEvent Failed(HistoryEvent scheduled, TaskFailureDetails failure) =>
        new(HistoryKind.TaskFailed) { TaskId = scheduled.TaskId, Failure = FailureText.Write(failure) };
}
