using System.Globalization;
using DurableTask.Core;
using DurableTask.Core.History;
using LocalDiplomacy.Pages.Administration.Cases;
using LocalDiplomacy.Workflows.Secretariat;

namespace LocalDiplomacy.Functions.Administration.Cases;

/// <summary>
/// An orchestration's history as steps: what was begun and what came of it are one, and so are the tries of an activity that failed. Types
/// of errors are told, never their messages: these may quote anything.
/// </summary>
internal sealed class OrchestrationSteps
{
    /// <summary>As errors are named where the host does not tell their type.</summary>
    private const string Failed = nameof(Failed);

    private readonly List<Step> _steps = [];
    private readonly Dictionary<int, Step> _begun = [];
    private int _turns;

    private OrchestrationSteps()
    {
    }

    /// <param name="isOpen">Inputs and outputs are shown as they are; else what could name a person is masked.</param>
    /// <returns>In the order in which they began.</returns>
    public static IReadOnlyList<TimelineEntry> Of(IEnumerable<HistoryEvent> history, bool isOpen)
    {
        var steps = new OrchestrationSteps();
        foreach (var happened in history) steps.Take(happened);
        return [.. steps._steps.Select(step => step.ToEntry(isOpen))];
    }

    private void Take(HistoryEvent happened)
    {
        var at = new DateTimeOffset(DateTime.SpecifyKind(happened.Timestamp, DateTimeKind.Utc));
        switch (happened)
        {
            case OrchestratorStartedEvent: Add(new(TimelineKind.Turn, (++_turns).ToString(CultureInfo.InvariantCulture), at)); break;
            case TaskScheduledEvent task: Begin(task.EventId, TriedAgain(task) ?? Add(new(TimelineKind.Activity, task.Name ?? "", at, task.Input))); break;
            case TaskCompletedEvent done: End(done.TaskScheduledId, at, done.Result); break;
            case TaskFailedEvent failed: Fail(failed.TaskScheduledId, at, failed.FailureDetails); break;
            case SubOrchestrationInstanceCreatedEvent child: Begin(child.EventId, Add(new(TimelineKind.Child, $"{child.Name} {child.InstanceId}", at, child.Input))); break;
            case SubOrchestrationInstanceCompletedEvent done: End(done.TaskScheduledId, at, done.Result); break;
            case SubOrchestrationInstanceFailedEvent failed: Fail(failed.TaskScheduledId, at, failed.FailureDetails); break;
            case TimerCreatedEvent timer: Begin(timer.EventId, Add(new(TimelineKind.Wait, timer.FireAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), at))); break;
            case TimerFiredEvent fired: End(fired.TimerId, at, null); break;
            case EventRaisedEvent raised: Add(new(TimelineKind.Signal, raised.Name ?? "", at, raised.Input)); break;
            case ExecutionSuspendedEvent: Add(new(TimelineKind.Orchestration, "", at) { State = "Suspended" }); break;
            case ExecutionResumedEvent: Add(new(TimelineKind.Orchestration, "", at) { State = "Running" }); break;
            default: break;
        }
    }

    private Step Add(Step step)
    {
        _steps.Add(step);
        return step;
    }

    private void Begin(int number, Step step)
    {
        step.IsOver = false;
        _begun[number] = step;
    }

    /// <summary>The same call with the same input, whose last try failed and which is not tried just now.</summary>
    private Step? TriedAgain(TaskScheduledEvent task) =>
        _steps.FindLast(step => step is { Kind: TimelineKind.Activity, IsOver: true, Error: not null } && step.Name == task.Name && step.Input == task.Input);

    private void End(int number, DateTimeOffset at, string? output)
    {
        if (!_begun.Remove(number, out var step)) return;
        (step.Until, step.Output, step.Error, step.IsOver) = (at, output, null, true);
    }

    private void Fail(int number, DateTimeOffset at, FailureDetails? failure)
    {
        if (!_begun.Remove(number, out var step)) return;
        (step.Until, step.Error, step.IsOver) = (at, failure?.ErrorType ?? Failed, true);
        step.Failures++;
    }

    private sealed class Step(TimelineKind kind, string name, DateTimeOffset at, string? input = null)
    {
        public TimelineKind Kind => kind;

        public string Name => name;

        public string? Input => input;

        public string? Output { get; set; }

        public DateTimeOffset? Until { get; set; }

        public int Failures { get; set; }

        public string? Error { get; set; }

        public string? State { get; set; }

        public bool IsOver { get; set; }

        public TimelineEntry ToEntry(bool isOpen) => new(kind, name, at, Until, Failures, Error, State)
        {
            Input = CaseRecords.Shown(input, isOpen),
            Output = CaseRecords.Shown(Output, isOpen),
        };
    }
}
