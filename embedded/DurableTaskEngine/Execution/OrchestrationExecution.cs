using LocalDiplomacy.DurableTaskEngine.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.DurableTaskEngine.Execution;

/// <summary>One execution of an orchestrator, brought forward a turn at a time: first those of the history, then new ones.</summary>
internal sealed class OrchestrationExecution
{
    private readonly ITaskOrchestrator? orchestrator;
    private readonly ExecutionFacts facts;
    private readonly DataConverter converter;
    private readonly TurnThread thread;
    private readonly EngineContext context;
    private readonly List<HistoryEvent> held = [];
    private TaskFailureDetails? broken;
    private Task<object?>? running;

    /// <param name="orchestrator">Null when none of this name is registered: the first turn then fails.</param>
    internal OrchestrationExecution(
        ITaskOrchestrator? orchestrator,
        ExecutionFacts facts,
        DurableTaskWorkerOptions options,
        ILoggerFactory loggers,
        Action onForeignContinuation)
    {
        this.orchestrator = orchestrator;
        this.facts = facts;
        converter = options.DataConverter;
        thread = new TurnThread(onForeignContinuation);
        context = new EngineContext(facts, options, loggers, thread);
    }

    internal bool IsSuspended { get; private set; }

    internal string? CustomStatus => context.CustomStatus;

    /// <summary>False for a task whose result came in while the instance was suspended, and is held.</summary>
    internal bool IsOpen(int taskId) => context.Open.ContainsKey(taskId) && !held.Exists(result => result.TaskId == taskId);

    /// <summary>The execution cannot go on, and no further input is needed to say so.</summary>
    internal bool MustFail => broken is not null || thread.SawForeignContinuation || WaitsForNothingDurable;

    internal IEnumerable<HistoryEvent> OpenTasks => context.Open.Values.Select(task => task.Scheduled);

    internal IEnumerable<HistoryEvent> OpenTimers => OpenTasks.Where(task => task.Kind == HistoryKind.TimerCreated);

    /// <summary>None of its code runs any more; the next turn fails for this reason.</summary>
    internal void Condemn(TaskFailureDetails reason) => broken = reason;

    /// <summary>Takes in a turn of the history and holds the orchestrator to what it did then.</summary>
    internal void Replay(DateTime time, IEnumerable<HistoryEvent> inputs, IReadOnlyList<HistoryEvent> recorded)
    {
        if (broken is not null) return;
        Advance(time, isReplay: true, inputs);
        var actions = context.TakeActions();
        if (ReplayCheck.Difference(actions, recorded) is { } difference)
            Break(FailureKinds.NonDeterministic, new NonDeterministicOrchestrationException(difference));
    }

    /// <summary>Takes in a turn and says what the orchestrator did, whatever was recorded.</summary>
    internal IReadOnlyList<HistoryEvent> ReplayFreely(DateTime time, IEnumerable<HistoryEvent> inputs)
    {
        Advance(time, isReplay: true, inputs);
        return context.TakeActions();
    }

    internal TurnOutcome Run(DateTime time, IEnumerable<HistoryEvent> inputs) => Run(time, isReplay: false, inputs);

    /// <summary>Takes in a turn of a recorded history and says all that it leads to, the end included.</summary>
    internal TurnOutcome Rerun(DateTime time, IEnumerable<HistoryEvent> inputs) => Run(time, isReplay: true, inputs);

    private TurnOutcome Run(DateTime time, bool isReplay, IEnumerable<HistoryEvent> inputs)
    {
        if (broken is null) Advance(time, isReplay, inputs);
        var actions = context.TakeActions();
        if (broken is null && (thread.SawForeignContinuation || WaitsForNothingDurable))
            Break(typeof(InvalidOperationException).FullName!, TurnThread.IllegalAwait());

        if (IsSuspended && broken is null) return new TurnOutcome(actions);
        return broken is not null
            ? new TurnOutcome(actions) { Completion = context.Complete(null, FailureText.Write(broken)) }
            : EndOf(actions);
    }

    private bool WaitsForNothingDurable =>
        broken is null && running is { IsCompleted: false } && context.Open.Count == 0 && !context.Mailbox.HasWaiters;

    private TurnOutcome EndOf(IReadOnlyList<HistoryEvent> actions)
    {
        if (running is not { IsCompleted: true }) return new TurnOutcome(actions);
        if (running.IsCompletedSuccessfully && context.Next is { } next)
            return new TurnOutcome(actions) { Next = next.KeepsEvents ? next with { Events = [.. context.Mailbox.Unclaimed, .. held] } : next };

        // What was called without being awaited still counts: the end waits for its results.
        if (context.Open.Count > 0) return new TurnOutcome(actions);
        if (!running.IsCompletedSuccessfully)
            return new TurnOutcome(actions) { Completion = context.Complete(null, FailureText.Write(FailureOf(running))) };

        try
        {
            return new TurnOutcome(actions) { Completion = context.Complete(converter.Serialize(running.Result), null) };
        }
        catch (Exception unwritable) when (unwritable is not OutOfMemoryException)
        {
            return new TurnOutcome(actions) { Completion = context.Complete(null, FailureText.Write(TaskFailureDetails.FromException(unwritable))) };
        }
    }

    private void Advance(DateTime time, bool isReplay, IEnumerable<HistoryEvent> inputs)
    {
        context.BeginTurn(time, isReplay);
        foreach (var input in inputs) thread.Run(() => Take(input));
    }

    private void Take(HistoryEvent input)
    {
        switch (input.Kind)
        {
            case HistoryKind.ExecutionStarted:
                Start();
                break;
            case HistoryKind.ExecutionSuspended:
                IsSuspended = true;
                break;
            case HistoryKind.ExecutionResumed:
                Resume();
                break;
            case HistoryKind.ExecutionTerminated or HistoryKind.ExecutionRewound:
                break;
            default:
                if (IsSuspended) held.Add(input);
                else Deliver(input);
                break;
        }
    }

    private void Resume()
    {
        IsSuspended = false;
        HistoryEvent[] waiting = [.. held];
        held.Clear();
        foreach (var input in waiting) Deliver(input);
    }

    private void Deliver(HistoryEvent input)
    {
        // An execution that continues as new has nobody left who could take an event: it is for the next one.
        if (input.Kind != HistoryKind.EventRaised) context.Resolve(input);
        else if (context.Next is not null) held.Add(input);
        else context.Mailbox.Deliver(input);
    }

    private void Start()
    {
        if (orchestrator is null)
        {
            broken = new TaskFailureDetails(
                FailureKinds.OrchestratorNotFound, $"The orchestrator task named '{facts.Name}' was not found.", null, null, null);
            return;
        }

        running = RunOrchestrator();
        running.ContinueWith(
            _ => thread.ReportForeignUnlessCurrent(),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private async Task<object?> RunOrchestrator()
    {
        var input = facts.Input is null ? null : converter.Deserialize(facts.Input, orchestrator!.InputType);
        return await orchestrator!.RunAsync(context, input);
    }

    private void Break(string errorType, Exception reason) =>
        broken = new TaskFailureDetails(errorType, reason.Message, reason.StackTrace, null, null);

    private static TaskFailureDetails FailureOf(Task ended) =>
        TaskFailureDetails.FromException(ended.Exception?.InnerException ?? new TaskCanceledException(ended));
}
