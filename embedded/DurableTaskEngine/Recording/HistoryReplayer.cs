using LocalDiplomacy.DurableTaskEngine.Execution;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Scheduling;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalDiplomacy.DurableTaskEngine.Recording;

/// <summary>Runs recorded histories through the orchestrators of a registry, under the replay check that a host makes, and looks at the
/// end as well. Nothing is stored, no activity runs, no time passes.</summary>
public sealed class HistoryReplayer(DurableTaskRegistry registry, IServiceProvider? services = null, DurableTaskWorkerOptions? worker = null)
{
    private readonly TaskFactories factories = new(registry, services ?? new ServiceCollection().BuildServiceProvider());
    private readonly DurableTaskWorkerOptions options = worker ?? new();

    public ReplayReport Replay(RecordedHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (factories.Orchestrator(history.Orchestration, history.Version) is not { } orchestrator)
            return Report(history, 0, new(0, 0, $"an orchestrator '{history.Orchestration}'", "none of this name"));

        var execution = new OrchestrationExecution(orchestrator, history.Facts, options, NullLoggerFactory.Instance, () => { });
        var turns = 0;
        var turnsToGo = history.Events.Select(happened => happened.ToEvent()).GroupBy(happened => happened.Turn).ToArray();
        foreach (var turn in turnsToGo)
        {
            turns++;
            HistoryEvent[] recorded = [.. turn];
            if (IsEndWithoutTheOrchestrator(recorded)) break;
            var outcome = execution.Rerun(recorded[0].Time, recorded.Where(past => !past.IsAction));
            var divergence = DifferenceOf(outcome, recorded) ?? DifferenceOfTheEnd(outcome, recorded, history, isLast: turns == turnsToGo.Length);
            if (divergence is not null) return Report(history, turns, divergence);
        }

        return Report(history, turns, null);
    }

    /// <summary>It was terminated, or refused for its version: whatever the orchestrator would do then does not count.</summary>
    private static bool IsEndWithoutTheOrchestrator(HistoryEvent[] recorded) =>
        recorded.Any(past => past.Kind == HistoryKind.ExecutionTerminated || past is { Kind: HistoryKind.ExecutionCompleted, TaskId: < 0 });

    private static ReplayDivergence? DifferenceOf(TurnOutcome outcome, HistoryEvent[] recorded)
    {
        HistoryEvent[] had = [.. recorded.Where(past => past.IsAction)];
        HistoryEvent[] did = [.. outcome.Actions, .. outcome.Completion is { } completion ? [completion] : Array.Empty<HistoryEvent>()];
        for (var index = 0; index < Math.Max(had.Length, did.Length); index++)
        {
            var (expected, found) = (had.ElementAtOrDefault(index), did.ElementAtOrDefault(index));
            if (expected is not null && found is not null && ReplayCheck.Agree(found, expected)) continue;
            return new(expected?.Number ?? recorded[^1].Number + 1, recorded[0].Turn, Text(expected), Text(found));
        }

        return null;
    }

    private static ReplayDivergence? DifferenceOfTheEnd(TurnOutcome outcome, HistoryEvent[] recorded, RecordedHistory history, bool isLast)
    {
        var expected = isLast ? EndOf(history) : "to go on";
        var found = outcome switch
        {
            { Next: not null } => RecordedHistory.ContinuedAsNew,
            { Completion.Failure: { } failure } => nameof(OrchestrationRuntimeStatus.Failed) + FailureOf(failure),
            { Completion: not null } => nameof(OrchestrationRuntimeStatus.Completed),
            _ => "to go on",
        };
        return found.StartsWith(expected, StringComparison.Ordinal) ? null : new(recorded[^1].Number, recorded[0].Turn, expected, found);
    }

    private static string EndOf(RecordedHistory history) => history.Status is RecordedHistory.ContinuedAsNew
        or nameof(OrchestrationRuntimeStatus.Completed) or nameof(OrchestrationRuntimeStatus.Failed) ? history.Status : "to go on";

    private static string Text(HistoryEvent? action) => action is null
        ? "no further action"
        : $"{action.Kind} #{action.TaskId} '{action.Name}'{(action.Failure is { } failure ? FailureOf(failure) : "")}";

    private static string FailureOf(string failure) =>
        FailureText.Read(failure) is { } details ? $" ({details.ErrorType}: {details.ErrorMessage})" : "";

    private static ReplayReport Report(RecordedHistory history, int turns, ReplayDivergence? divergence) =>
        new(history.InstanceId, history.Orchestration, history.Version, turns, divergence);
}
