using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Register;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Cases;

/// <summary>
/// One MOU is one table partition: a row for each event, one for the state, one for each command that was carried out and
/// one for each effect still to come. Every change is one transaction over them; nothing else changes an MOU.
/// </summary>
public sealed class CasePartition(Tables tables)
{
    /// <summary>What one transaction of the table service takes.</summary>
    private const int ActionsOfOneTransaction = 100;

    internal async Task<StandingCase?> FindAsync(MouId id, CancellationToken cancel)
    {
        if (!CaseRows.CanBeKey(id)) return null;
        var row = await (await OpenAsync(cancel).ConfigureAwait(false)).FindAsync(id.Value, CaseRows.State, cancel).ConfigureAwait(false);
        if (row is null) return null;
        return row.GetInt32(CaseRows.ShapeColumn) == CaseRows.Shape
            ? new(StoredJson.Read<Mou>(ChunkedText.Take(row)), row.ETag, CaseRows.ChainOf(row))
            : new(await ReplayAsync(id, row.GetInt32("Version") ?? int.MaxValue, cancel).ConfigureAwait(false), row.ETag, CaseRows.ChainOf(row));
    }

    private async Task<Mou> ReplayAsync(MouId id, int version, CancellationToken cancel) =>
        MouLifecycle.Replay(id, await EventsAsync(id, 1, version, cancel).ConfigureAwait(false));

    internal async Task<CarriedOutCommand?> FindCommandAsync(MouId id, CommandKey key, CancellationToken cancel)
    {
        if (!CaseRows.CanBeKey(id)) return null;
        var row = await (await OpenAsync(cancel).ConfigureAwait(false)).FindAsync(id.Value, CaseRows.NameOf(key), cancel).ConfigureAwait(false);
        return row is null ? null : CaseRows.ReadCommand(row);
    }

    internal async Task<IReadOnlyList<RecordedEvent>> EventsAsync(MouId id, int first, int last, CancellationToken cancel)
    {
        var events = new List<RecordedEvent>();
        if (!CaseRows.CanBeKey(id)) return events;
        await foreach (var row in RowsBetweenAsync(id, CaseRows.NameOfEvent(first), CaseRows.NameOfEvent(last), cancel).ConfigureAwait(false))
            events.Add(StoredJson.Read<RecordedEvent>(ChunkedText.Take(row)));
        return events;
    }

    /// <summary>The events up to this one with their links, oldest first; none for an MOU that is not there.</summary>
    /// <exception cref="BrokenCaseException">One is missing, or is not what its stored link says.</exception>
    internal async Task<IReadOnlyList<ChainedEvent>> ChainAsync(MouId id, int last, CancellationToken cancel)
    {
        var chain = new List<ChainedEvent>();
        if (!CaseRows.CanBeKey(id)) return chain;
        var head = EventChain.Start(id);
        await foreach (var row in RowsBetweenAsync(id, CaseRows.NameOfEvent(1), CaseRows.NameOfEvent(last), cancel).ConfigureAwait(false))
        {
            var number = chain.Count + 1;
            if (row.RowKey != CaseRows.NameOfEvent(number)) throw BrokenCaseException.EventMissing(id, number);
            var json = CaseRows.JsonOf(row);
            head = EventChain.Next(head, json);
            if (CaseRows.ChainOf(row) is { } stored && stored != head) throw BrokenCaseException.ChainBroken(id, number);
            chain.Add(new(number, json, head));
        }

        return chain;
    }

    /// <summary>Every row of the case as it is stored, but for the keys of commands: for whoever looks for a fault.</summary>
    internal async Task<IReadOnlyList<TableEntity>> RowsAsync(MouId id, CancellationToken cancel)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in RowsBetweenAsync(id, "d", "~", cancel).ConfigureAwait(false)) rows.Add(row);
        return rows;
    }

    internal async Task<IReadOnlyList<Effect>> EffectsAsync(MouId id, CancellationToken cancel)
    {
        var effects = new List<Effect>();
        await foreach (var row in RowsBetweenAsync(id, CaseRows.EffectPrefix, CaseRows.EffectPrefix + "~", cancel).ConfigureAwait(false))
            effects.Add(StoredJson.Read<Effect>(ChunkedText.Take(row)));
        return effects;
    }

    internal async Task<StandingEffect?> FindEffectAsync(MouId id, string name, CancellationToken cancel)
    {
        var row = await (await OpenAsync(cancel).ConfigureAwait(false)).FindAsync(id.Value, CaseRows.EffectPrefix + name, cancel).ConfigureAwait(false);
        return row is null ? null : new(StoredJson.Read<Effect>(ChunkedText.Take(row)), row.GetString(CaseRows.Trace));
    }

    internal async Task RemoveEffectAsync(MouId id, string name, CancellationToken cancel) =>
        await (await OpenAsync(cancel).ConfigureAwait(false)).RemoveAsync(id.Value, CaseRows.EffectPrefix + name, cancel).ConfigureAwait(false);

    /// <returns>Null: it was not entered yet.</returns>
    internal async Task<RegisterNumber?> FindRegisterNumberAsync(MouId id, CancellationToken cancel) =>
        (await (await OpenAsync(cancel).ConfigureAwait(false)).FindAsync(id.Value, CaseRows.Register, cancel).ConfigureAwait(false))?.GetString("Number") is { } number
            ? new RegisterNumber(number)
            : null;

    /// <summary>Once: a number is never changed.</summary>
    internal async Task KeepRegisterNumberAsync(MouId id, RegisterNumber number, CancellationToken cancel) =>
        await (await OpenAsync(cancel).ConfigureAwait(false)).TryAddAsync(new TableEntity(id.Value, CaseRows.Register) { ["Number"] = number.Value }, cancel).ConfigureAwait(false);

    /// <summary>Every case, in no order. Reads the whole table: for commands, not for requests.</summary>
    internal async Task<IReadOnlyList<MouId>> AllAsync(CancellationToken cancel)
    {
        var all = new List<MouId>();
        var rows = (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"RowKey eq {CaseRows.State}"), select: ["PartitionKey", "RowKey"], cancellationToken: cancel);
        await foreach (var row in rows.ConfigureAwait(false)) all.Add(new(row.PartitionKey));
        return all;
    }

    /// <summary>Inserts the events, replaces the state under its ETag, inserts the command and the effects: all or nothing.</summary>
    /// <exception cref="TableTransactionFailedException">409 or 412: somebody else changed the case first, or this command is there.</exception>
    internal async Task CommitAsync(CaseChange change, CancellationToken cancel)
    {
        var chained = Chain(change, change.Events.Count == 0 ? default : await HeadAsync(change, cancel).ConfigureAwait(false));
        List<TableTransactionAction> actions =
        [
            .. change.Events.Zip(chained, (recorded, link) => Add(CaseRows.OfEvent(change.Id, recorded, link))),
            .. change.Events.Count == 0 ? [] : new[] { OfState(change, chained[^1].Hash) },
            Add(CaseRows.OfCommand(change.Id, change.Command)),
            .. change.Effects.Select(effect => Add(CaseRows.OfEffect(change.Id, effect))),
        ];
        if (actions.Count > ActionsOfOneTransaction) throw BrokenCaseException.TooMuchAtOnce(change.Id, actions.Count);
        await (await OpenAsync(cancel).ConfigureAwait(false)).SubmitTransactionAsync(actions, cancel).ConfigureAwait(false);
    }

    /// <summary>Where the chain stood that the change continues. Read from the events where the state does not say it.</summary>
    private async Task<ChainHash> HeadAsync(CaseChange change, CancellationToken cancel)
    {
        if (change.Before is not { } before) return EventChain.Start(change.Id);
        if (before.Head is { } head) return head;
        var chain = await ChainAsync(change.Id, before.Mou.Version, cancel).ConfigureAwait(false);
        return chain.Count == before.Mou.Version ? chain[^1].Hash : throw BrokenCaseException.EventMissing(change.Id, chain.Count + 1);
    }

    private static List<ChainedEvent> Chain(CaseChange change, ChainHash head)
    {
        var chained = new List<ChainedEvent>();
        foreach (var recorded in change.Events)
        {
            var json = StoredJson.Of(recorded);
            head = EventChain.Next(head, json);
            chained.Add(new(recorded.Number, json, head));
        }

        return chained;
    }

    private static TableTransactionAction OfState(CaseChange change, ChainHash head) => change.Before is { } before
        ? new(TableTransactionActionType.UpdateReplace, CaseRows.OfState(change.After, head), before.ETag)
        : Add(CaseRows.OfState(change.After, head));

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    private async IAsyncEnumerable<TableEntity> RowsBetweenAsync(
        MouId id, string first, string last, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Value} and RowKey ge {first} and RowKey le {last}");
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false)) yield return row;
    }

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.Mous, cancel);
}
