using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.OfficePortal.Unsaved;

/// <summary>Keeps what is typed before it is saved, one row a draft, each change under the tag of what it replaces.</summary>
public sealed class UnsavedDrafts(Tables tables)
{
    /// <summary>A row holds a megabyte, and a character two bytes of it.</summary>
    public const int LongestForm = 400_000;

    private const string TagColumn = "Tag", AtColumn = "At";

    public async Task<UnsavedDraft?> FindAsync(UnsavedPlace place, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(place);
        return await RowAsync(place, cancel).ConfigureAwait(false) is { } row ? Read(row) : null;
    }

    /// <summary>New drafts that somebody began and did not save, by the ids of the MOUs that they become; the latest first.</summary>
    public async Task<IReadOnlyList<(MouId Becomes, UnsavedDraft Draft)>> BegunByAsync(string personId, CancellationToken cancel = default)
    {
        var begun = new List<(MouId, UnsavedDraft Draft)>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {UnsavedPlace.PartitionOf(personId)}");
        await foreach (var row in (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
            begun.Add((new(row.RowKey), Read(row)));
        return [.. begun.OrderByDescending(one => one.Draft.At)];
    }

    /// <param name="before">The tag of what the writer began from; null: nothing was kept then.</param>
    /// <returns>What is kept now: this draft, or what somebody else typed in between; null where that was removed.</returns>
    public async Task<UnsavedDraft?> KeepAsync(UnsavedPlace place, UnsavedDraft draft, string? before, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(draft);
        var row = await RowAsync(place, cancel).ConfigureAwait(false);
        // The same words again: the answer to the first try was lost, or somebody typed the same.
        if (row?.GetString(TagColumn) is { } tag && (tag != before || tag == draft.Tag)) return Read(row);
        if (row is null && before is not null) return null;
        return await (await OpenAsync(cancel).ConfigureAwait(false)).TryWriteAsync(Write(place, draft), row, cancel).ConfigureAwait(false)
            ? draft
            : await FindAsync(place, cancel).ConfigureAwait(false);
    }

    /// <summary>Removes what is kept there, if it is still this.</summary>
    public async Task RemoveAsync(UnsavedPlace place, string? tag, CancellationToken cancel = default)
    {
        if (tag is null || await RowAsync(place, cancel).ConfigureAwait(false) is not { } row || row.GetString(TagColumn) != tag) return;
        await (await OpenAsync(cancel).ConfigureAwait(false)).RemoveAsync(row.PartitionKey, row.RowKey, cancel).ConfigureAwait(false);
    }

    /// <summary>Removes what nobody touched since, new drafts and changes to drafts alike: who wants it goes on with it before.</summary>
    /// <returns>How many went.</returns>
    internal async Task<int> RemoveUntouchedAsync(DateTimeOffset since, int most, CancellationToken cancel)
    {
        var (table, count) = (await OpenAsync(cancel).ConfigureAwait(false), 0);
        var filter = TableClient.CreateQueryFilter($"At lt {since}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
        {
            if (await table.TryRemoveAsync(row, cancel).ConfigureAwait(false)) count++;
            if (count == most) break;
        }

        return count;
    }

    private async Task<TableEntity?> RowAsync(UnsavedPlace place, CancellationToken cancel) =>
        await (await OpenAsync(cancel).ConfigureAwait(false)).FindAsync(place.Partition, place.Row, cancel).ConfigureAwait(false);

    private static TableEntity Write(UnsavedPlace place, UnsavedDraft draft) =>
        ChunkedText.Put(new TableEntity(place.Partition, place.Row) { [TagColumn] = draft.Tag, [AtColumn] = draft.At }, StoredJson.Of(draft));

    private static UnsavedDraft Read(TableEntity row) => StoredJson.Read<UnsavedDraft>(ChunkedText.Take(row));

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.UnsavedDrafts, cancel);
}
