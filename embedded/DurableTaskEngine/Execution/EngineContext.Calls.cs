using LocalDiplomacy.DurableTaskEngine.History;
using Microsoft.DurableTask;

namespace LocalDiplomacy.DurableTaskEngine.Execution;

internal sealed partial class EngineContext
{
    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        thread.Ensure();
        if (input is TaskOptions && options is null)
            throw new ArgumentException("Options were given where the activity's input belongs; name the parameter 'options'.", nameof(input));

        var scheduled = new HistoryEvent(HistoryKind.TaskScheduled)
        {
            Name = name.Name,
            Version = options?.Version?.Version ?? VersionOfCalls(),
            Data = Write(input),
        };
        return Call<TResult>(scheduled, options?.Retry);
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        thread.Ensure();
        var own = options as SubOrchestrationOptions;
        var scheduled = new HistoryEvent(HistoryKind.SubOrchestrationCreated)
        {
            Name = orchestratorName.Name,
            Version = own?.Version?.Version ?? options?.Version?.Version ?? worker.Versioning?.DefaultVersion,
            Target = string.IsNullOrEmpty(own?.InstanceId) ? NewGuid().ToString("N") : own.InstanceId,
            Data = Write(input),
            Tags = options?.Tags is { Count: > 0 } tags ? TagText.Write(tags) : null,
        };
        return Call<TResult>(scheduled, options?.Retry);
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        thread.Ensure();
        var due = fireAt.Kind == DateTimeKind.Local ? fireAt.ToUniversalTime() : DateTime.SpecifyKind(fireAt, DateTimeKind.Utc);
        while (due - CurrentUtcDateTime > worker.MaximumTimerInterval)
            await Hop(CurrentUtcDateTime + worker.MaximumTimerInterval, cancellationToken);

        await Hop(due, cancellationToken);
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        thread.Ensure();
        return Read<T>(await mailbox.Wait(eventName, typeof(T), cancellationToken));
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        thread.Ensure();
        EnsureRoom();
        actions.Add(new HistoryEvent(HistoryKind.EventSent)
        {
            TaskId = nextTaskId++,
            Target = instanceId,
            Name = eventName,
            Data = Write(payload),
        });
    }

    /// <summary>False when the task has a result already, or nobody waits for one any more.</summary>
    internal bool Resolve(HistoryEvent result)
    {
        if (!Open.Remove(result.TaskId, out var task)) return false;
        if (result.Kind is HistoryKind.TaskFailed or HistoryKind.SubOrchestrationFailed)
            task.Source.TrySetException(new TaskFailedException(task.Scheduled.Name!, result.TaskId, FailureText.Read(result.Failure)!));
        else
            task.Source.TrySetResult(result.Data);

        return true;
    }

    /// <summary>A loop that calls and calls without awaiting would take all memory before anybody noticed.</summary>
    private void EnsureRoom()
    {
        if (actions.Count >= MostActionsOfATurn)
            throw new InvalidOperationException(
                $"The orchestrator started {MostActionsOfATurn} tasks without awaiting any of them; it must await some before it starts more.");
    }

    private string? VersionOfCalls() => string.IsNullOrEmpty(Version) ? null : Version;

    private Task<T> Call<T>(HistoryEvent scheduled, TaskRetryOptions? retry) => RetryLoop.Run(
        this, retry, async () => Read<T>(await Schedule(scheduled)), pause => CreateTimer(pause, CancellationToken.None));

    private Task<string?> Schedule(HistoryEvent scheduled)
    {
        thread.Ensure();
        EnsureRoom();
        var numbered = scheduled with { TaskId = nextTaskId++, Time = now };
        actions.Add(numbered);
        var open = new OpenTask(numbered, new TaskCompletionSource<string?>());
        Open.Add(numbered.TaskId, open);
        return open.Source.Task;
    }

    private async Task Hop(DateTime fireAt, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var fired = Schedule(new HistoryEvent(HistoryKind.TimerCreated) { FireAt = fireAt });
        var taskId = nextTaskId - 1;
        // Cancelling is local: the history keeps the timer, and its firing will be ignored.
        using var registration = cancellation.Register(() =>
        {
            if (Open.Remove(taskId, out var timer)) timer.Source.TrySetCanceled(cancellation);
        });
        await fired;
    }

    private string? Write(object? value) => worker.DataConverter.Serialize(value);

    private T Read<T>(string? data) => data is null ? default! : worker.DataConverter.Deserialize<T>(data)!;
}
