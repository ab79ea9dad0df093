using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace LocalDiplomacy.Workflows.Archive;

/// <summary>A row on its way into a table, with about as many bytes as it takes.</summary>
internal sealed record IncomingRow(string Table, TableEntity Row, int Bytes);

/// <summary>Rows of one partition, as many as one transaction takes.</summary>
internal sealed record RowBatch(string Table, IReadOnlyList<TableEntity> Rows)
{
    private const int MaxRows = 100;

    /// <summary>The service takes 4 MiB, and counts two bytes for a letter of which a line has one.</summary>
    private const int MaxBytes = 1_500_000;

    public static async IAsyncEnumerable<RowBatch> OfAsync(IAsyncEnumerable<IncomingRow> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (batch, bytes) = (new List<TableEntity>(), 0);
        IncomingRow? last = null;
        await foreach (var row in rows.WithCancellation(cancel).ConfigureAwait(false))
        {
            var goesWithTheOthers = last?.Table == row.Table && last.Row.PartitionKey == row.Row.PartitionKey
                && batch.Count < MaxRows && bytes + row.Bytes <= MaxBytes;
            if (!goesWithTheOthers && last is not null)
            {
                yield return new(last.Table, batch);
                (batch, bytes) = ([], 0);
            }

            batch.Add(row.Row);
            (bytes, last) = (bytes + row.Bytes, row);
        }

        if (last is not null) yield return new(last.Table, batch);
    }
}
