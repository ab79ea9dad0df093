using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Cases;

/// <summary>Every MOU: reads its partition, decides commands on it and commits what they change.</summary>
public sealed class MouCases
{
    public Task<Mou?> FindAsync(MouId id, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<IReadOnlyList<RecordedEvent>> HistoryAsync(MouId id, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<CommandResult> CarryOutAsync(MouRequest request, DurableTaskClient engine, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>The id of the MOU that a creation under this key makes: the same key gives the same MOU.</summary>
    public static MouId IdFor(string principal, string idempotencyKey) => new(CommandKey.From(principal, idempotencyKey, "").Name[..24]);
}
