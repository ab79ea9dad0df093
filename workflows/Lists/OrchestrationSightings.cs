using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>
/// Orchestrations of cases that were seen to be other than they should: so few that all of them are read at once. Nobody asks the
/// engine for all instances of a status, which would be a look at each.
/// </summary>
public sealed class OrchestrationSightings(Tables tables)
{
    private const string Partition = "sightings";
    private volatile Read _last = new([], new Dictionary<MouId, OrchestrationStanding>());

    private sealed record Read(IReadOnlyList<(string Id, string Standing)> Rows, IReadOnlyDictionary<MouId, OrchestrationStanding> ById);

    /// <summary>Says how it was seen. <see cref="OrchestrationStanding.Running"/> or Completed: as it should be, the sighting goes.</summary>
    public async Task NoteAsync(MouId id, OrchestrationStanding seen, CancellationToken cancel = default)
    {
        var table = await tables.OpenAsync(Tables.CaseIndex, cancel).ConfigureAwait(false);
        if (seen is OrchestrationStanding.Running or OrchestrationStanding.Completed) await table.RemoveAsync(Partition, id.Value, cancel).ConfigureAwait(false);
        else await table.UpsertEntityAsync(new TableEntity(Partition, id.Value) { ["Standing"] = seen.ToString() }, TableUpdateMode.Replace, cancel).ConfigureAwait(false);
    }

    /// <summary>The ids of instances that were seen so; mails' deliveries too.</summary>
    public async Task<IReadOnlyList<string>> InAsync(OrchestrationStanding standing, CancellationToken cancel = default) =>
        [.. (await AllAsync(cancel).ConfigureAwait(false)).Where(one => one.Value == standing).Select(one => one.Key.Value).Order(StringComparer.Ordinal)];

    /// <returns>The same object as before where nothing changed.</returns>
    internal async Task<IReadOnlyDictionary<MouId, OrchestrationStanding>> AllAsync(CancellationToken cancel)
    {
        var rows = new List<(string Id, string Standing)>();
        var table = await tables.OpenAsync(Tables.CaseIndex, cancel).ConfigureAwait(false);
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancel).ConfigureAwait(false))
            rows.Add((row.RowKey, row.GetString("Standing") ?? ""));
        if (rows.SequenceEqual(_last.Rows)) return _last.ById;
        var seen = new Dictionary<MouId, OrchestrationStanding>();
        foreach (var (id, standing) in rows)
            if (Enum.TryParse<OrchestrationStanding>(standing, out var known)) seen[new(id)] = known;
        _last = new(rows, seen);
        return seen;
    }
}
