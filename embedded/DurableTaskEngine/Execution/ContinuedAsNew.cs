using LocalDiplomacy.DurableTaskEngine.History;

namespace LocalDiplomacy.DurableTaskEngine.Execution;

/// <summary>How an execution ended by starting the next one.</summary>
internal sealed record ContinuedAsNew(string? Input, string? Version, bool KeepsEvents)
{
    internal IReadOnlyList<HistoryEvent> Events { get; init; } = [];
}
