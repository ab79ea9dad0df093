using Azure;
using Azure.Data.Tables;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>All that one turn changes. It takes effect with <see cref="Row"/>, and only if that row is still the one that the turn
/// began with.</summary>
internal sealed class TurnCommit(InstanceRow row)
{
    internal InstanceRow Row { get; } = row;

    /// <summary>The instance before its first turn, which stores it; null when it is stored already.</summary>
    internal InstanceRow? Unborn { get; init; }

    internal List<TableEntity> Added { get; } = [];

    internal List<string> Removed { get; } = [];

    /// <summary>The turn ends the instance: it takes effect only if no event was raised since the inbox was read.</summary>
    internal bool Closes { get; init; }

    /// <summary>The door's version when the inbox was read; null when there was no door yet.</summary>
    internal ETag? Door { get; set; }
}
