using LocalDiplomacy.DurableTaskEngine.History;

namespace LocalDiplomacy.DurableTaskEngine.Execution;

/// <summary>What a turn led to. At most one of <see cref="Completion"/> and <see cref="Next"/> is there.</summary>
internal sealed record TurnOutcome(IReadOnlyList<HistoryEvent> Actions)
{
    internal HistoryEvent? Completion { get; init; }

    internal ContinuedAsNew? Next { get; init; }
}
