using LocalDiplomacy.DurableTaskEngine.Execution;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask;

namespace LocalDiplomacy.DurableTaskEngine.Recording;

/// <summary>Keeps the turns of every execution as they are committed: also of those that continue as new, whose history the store
/// drops. For recordings and tests; what it keeps grows with every turn.</summary>
public sealed class HistoryRecorder
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string InstanceId, long Generation), RecordedHistory> executions = [];

    /// <summary>All executions so far, each as it stands now, by instance and in the order in which they ran.</summary>
    public IReadOnlyList<RecordedHistory> Histories
    {
        get
        {
            lock (gate)
                return [.. executions.OrderBy(one => one.Key.InstanceId, StringComparer.Ordinal).ThenBy(one => one.Key.Generation).Select(one => one.Value)];
        }
    }

    /// <param name="before">The instance as it was when the turn began.</param>
    /// <param name="after">The instance as the turn left it.</param>
    /// <param name="input">Of the execution that the turn belongs to, in plain form.</param>
    /// <param name="turn">What the turn added to the history, in plain form.</param>
    /// <param name="outcome">What it led to.</param>
    internal void Add(InstanceRow before, InstanceRow after, string? input, IEnumerable<HistoryEvent> turn, TurnOutcome outcome)
    {
        lock (gate)
        {
            var key = (before.InstanceId, before.Generation);
            var past = executions.TryGetValue(key, out var known) ? known.Events : [];
            executions[key] = RecordedHistory.Of(before, input, []) with
            {
                Status = outcome.Next is null ? after.Status.ToString() : RecordedHistory.ContinuedAsNew,
                UpdatedAt = after.UpdatedAt,
                CustomStatus = after.CustomStatus,
                Output = outcome.Next is { } next ? next.Input : outcome.Completion?.Data,
                Failure = FailureText.Read(outcome.Completion?.Failure),
                Events = [.. past, .. turn.Select(RecordedEvent.Of)],
            };
        }
    }
}
