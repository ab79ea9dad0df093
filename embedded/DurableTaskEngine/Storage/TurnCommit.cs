using Azure.Data.Tables;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>All that one turn changes. It takes effect with <see cref="Row"/>, and only if that row is still the one that the turn
/// began with.</summary>
internal sealed class TurnCommit(InstanceRow row)
{
    internal InstanceRow Row { get; } = row;

    internal List<TableEntity> Added { get; } = [];

    internal List<string> Removed { get; } = [];
}
