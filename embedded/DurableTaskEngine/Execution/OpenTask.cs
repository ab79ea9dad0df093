using LocalDiplomacy.DurableTaskEngine.History;

namespace LocalDiplomacy.DurableTaskEngine.Execution;

/// <summary>A task that was scheduled and has no result yet.</summary>
internal sealed record OpenTask(HistoryEvent Scheduled, TaskCompletionSource<string?> Source);
