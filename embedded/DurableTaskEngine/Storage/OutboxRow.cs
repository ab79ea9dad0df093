using LocalDiplomacy.DurableTaskEngine.History;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>A message that was decided and is still to be delivered, in stored form.</summary>
internal sealed record OutboxRow(string RowKey, HistoryEvent Message);
