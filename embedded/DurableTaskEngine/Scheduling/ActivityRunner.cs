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
                if (!reserved) await slots.WaitAsync(stopping);
                try
                {
                    if (await ResultOfAsync(instance, activity, isCounted: reserved, stopping) is { } result && !stopping.IsCancellationRequested)
                        deliver(result with { MessageId = clock.NewMessageId(), Execution = instance.ExecutionId });
                }
                finally
                {
                    slots.Release();
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

    private async Task<HistoryEvent?> ResultOfAsync(InstanceRow instance, ActivityRow activity, bool isCounted, CancellationToken stopping)
    {
        if (!isCounted)
        {
            if (activity.Starts >= options.MaximumActivityStarts) return Poisoned(instance, activity);
            activity = activity with { Starts = activity.Starts + 1, Owner = Owner, LeasedUntil = NewLease() };
            if (!await store.UpdateActivityAsync(instance.InstanceId, activity, stopping)) return null;
        }

        await using var lease = clock.Time.CreateTimer(
            _ => _ = ProlongAsync(instance, activity, stopping), null, options.ActivityLease / 2, options.ActivityLease / 2);
        return await InvokeAsync(instance, activity, stopping);
    }

    private async Task<HistoryEvent?> InvokeAsync(InstanceRow instance, ActivityRow activity, CancellationToken stopping)
    {
        var scheduled = activity.Scheduled;
        using var span = EngineTraces.Run(scheduled, instance.InstanceId);
        var begun = clock.Time.GetTimestamp();
        Watched.Begins(instance.InstanceId, activity.RowKey, scheduled.Name!, activity.Starts);
        var result = await CallAsync(instance, activity, stopping);
        Watched.Ends(instance.InstanceId, activity.RowKey);
        var errorType = result is null ? "interrupted" : FailureText.Read(result.Failure)?.ErrorType;
        if (span is not null && errorType is not null) EngineTraces.Failed(span, errorType);
        EngineMetrics.ActivityTook(scheduled.Name!, clock.Time.GetElapsedTime(begun), errorType);
        return result;
    }

    private async Task<HistoryEvent?> CallAsync(InstanceRow instance, ActivityRow activity, CancellationToken stopping)
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
            var output = await task.RunAsync(new EngineActivityContext(scheduled.Name!, instance.InstanceId, scheduled.Version, stopping), input);
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

    private static HistoryEvent Failed(HistoryEvent scheduled, TaskFailureDetails failure) =>
        new(HistoryKind.TaskFailed) { TaskId = scheduled.TaskId, Failure = FailureText.Write(failure) };
}
