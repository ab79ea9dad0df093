using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Disposal;

/// <summary>
/// Removes rows of codes, sign-ins, sessions and remembered browsers that hold no longer. They are refused without this; here they
/// also go, because whose they were is nobody's business any more. A day is left so that an expired link can still say that it is one,
/// and a code's requests are still counted. A code that is asked for anew meanwhile stays: its row is another one than was read.
/// </summary>
public sealed class ExpiredSecrets(Tables tables, TimeProvider time)
{
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    private static readonly (string Table, string Column)[] Where =
        [(Tables.Codes, "RequestedAt"), (Tables.SignIns, "ExpiresAt"), (Tables.Sessions, "ExpiresAt"), (Tables.Devices, "ExpiresAt")];

    /// <returns>How many rows went, by table.</returns>
    public async Task<IReadOnlyDictionary<string, int>> RunAsync(int most, CancellationToken cancel = default)
    {
        var gone = new Dictionary<string, int>();
        foreach (var (name, column) in Where) gone[name] = await RunAsync(name, column, most, cancel).ConfigureAwait(false);
        return gone;
    }

    private async Task<int> RunAsync(string name, string column, int most, CancellationToken cancel)
    {
        var (table, count) = (await tables.OpenAsync(name, cancel).ConfigureAwait(false), 0);
        // A column's name can be no argument of a filter: it would be taken for a value.
        var filter = $"{column} lt {TableClient.CreateQueryFilter($"At lt {time.GetUtcNow() - Grace}")["At lt ".Length..]}";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
        {
            if (await table.TryRemoveAsync(row, cancel).ConfigureAwait(false)) count++;
            if (count == most) break;
        }

        return count;
    }
}
