using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Disposal;

/// <summary>
/// Removes rows of codes, sign-ins, sessions and remembered browsers that hold no longer, and lines of the sign-in log that were kept long enough. What holds no longer is refused without this; here it
/// also goes, because whose they were is nobody's business any more. A day is left so that an expired link can still say that it is one,
/// and a code's requests are still counted. A code that is asked for anew meanwhile stays: its row is another one than was read.
/// </summary>
public sealed class ExpiredSecrets(Tables tables, TimeProvider time)
{
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    private static readonly string[] WithAnEnd = [Tables.SignIns, Tables.Sessions, Tables.Devices, Tables.SignInLog];

    /// <returns>How many rows went, by table.</returns>
    public async Task<IReadOnlyDictionary<string, int>> RunAsync(int most, CancellationToken cancel = default)
    {
        var before = time.GetUtcNow() - Grace;
        var gone = new Dictionary<string, int> { [Tables.Codes] = await RunAsync(Tables.Codes, TableClient.CreateQueryFilter($"RequestedAt lt {before}"), most, cancel).ConfigureAwait(false) };
        foreach (var name in WithAnEnd) gone[name] = await RunAsync(name, TableClient.CreateQueryFilter($"ExpiresAt lt {before}"), most, cancel).ConfigureAwait(false);
        return gone;
    }

    private async Task<int> RunAsync(string name, string filter, int most, CancellationToken cancel)
    {
        var (table, count) = (await tables.OpenAsync(name, cancel).ConfigureAwait(false), 0);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
        {
            if (await table.TryRemoveAsync(row, cancel).ConfigureAwait(false)) count++;
            if (count == most) break;
        }

        return count;
    }
}
