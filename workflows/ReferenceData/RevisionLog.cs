using System.Globalization;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>
/// The changes of one reference table in their order. Rows are added and never changed; two authors cannot both write the
/// next number. A revision is one row, so a file of hundreds of lines is there as a whole or not at all.
/// </summary>
internal sealed class RevisionLog<TRow>(Tables tables, string name)
{
    /// <summary>Of a revision's JSON. A row of storage holds a megabyte, in which a character takes two bytes.</summary>
    public const int LongestRevision = 400_000;

    /// <summary>Oldest first.</summary>
    public async Task<List<Revision<TRow>>> AfterAsync(int number, CancellationToken cancel)
    {
        var revisions = new List<Revision<TRow>>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {name} and RowKey gt {KeyOf(number)}");
        await foreach (var row in (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
            revisions.Add(StoredJson.Read<Revision<TRow>>(ChunkedText.Take(row)));
        return revisions;
    }

    public async Task<Revision<TRow>?> FindAsync(int number, CancellationToken cancel) =>
        await (await OpenAsync(cancel).ConfigureAwait(false)).FindAsync(name, KeyOf(number), cancel).ConfigureAwait(false) is { } row
            ? StoredJson.Read<Revision<TRow>>(ChunkedText.Take(row))
            : null;

    /// <returns>False: somebody else wrote this number first.</returns>
    public async Task<bool> TryAddAsync(Revision<TRow> revision, CancellationToken cancel)
    {
        var row = ChunkedText.Put(new TableEntity(name, KeyOf(revision.Number)), StoredJson.Of(revision));
        return await (await OpenAsync(cancel).ConfigureAwait(false)).TryAddAsync(row, cancel).ConfigureAwait(false);
    }

    private static string KeyOf(int number) => number.ToString("D8", CultureInfo.InvariantCulture);

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.ReferenceLog, cancel);
}
