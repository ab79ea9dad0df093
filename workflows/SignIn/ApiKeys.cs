using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.SignIn;

/// <summary>A key by which an office's program is known.</summary>
public sealed record ApiKey(string Id, LocalGovernmentId Office, string Label, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>Offices' API keys, stored hashed: a key is shown once, when it is made, and holds for a year.</summary>
public sealed class ApiKeys(Tables tables, TimeProvider time)
{
    private const string Prefix = "ldk_";
    private const string Row = "key";
    private const int LastsDays = 365;

    /// <returns>Null: made before under this idempotency key, and shown then.</returns>
    /// <exception cref="ArgumentException">The person belongs to no office.</exception>
    public async Task<(ApiKey Key, string Plain)?> CreateAsync(Person by, string label, string idempotencyKey, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        var office = by.Office ?? throw new ArgumentException("A key belongs to an office, and this person to none.", nameof(by));
        var (plain, now) = (Prefix + Secret.NewToken(), time.GetUtcNow());
        var key = new ApiKey(CommandKey.From(by.Id, idempotencyKey, "").Name[..16], office, label.Trim(), now, now.AddDays(LastsDays));
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        // The listed row decides who comes first. A crash before the second row leaves a key that opens nothing and that
        // nobody has seen; its row in the list says that it is there to be revoked.
        var hash = Secret.HashOf(plain);
        if (!await table.TryAddAsync(Write(PartitionOf(office), key.Id, key, hash), cancel).ConfigureAwait(false)) return null;
        await table.AddEntityAsync(Write(hash, Row, key, hash), cancel).ConfigureAwait(false);
        return (key, plain);
    }

    /// <returns>Null: no such key, revoked, or past its year.</returns>
    public async Task<ApiKey?> FindAsync(string plain, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(plain);
        if (!plain.StartsWith(Prefix, StringComparison.Ordinal) || !Secret.IsTokenShaped(plain[Prefix.Length..])) return null;
        var row = await (await OpenAsync(cancel).ConfigureAwait(false)).FindAsync(Secret.HashOf(plain), Row, cancel).ConfigureAwait(false);
        return row is not null && Read(row) is var key && time.GetUtcNow() < key.ExpiresAt ? key : null;
    }

    public async Task<IReadOnlyList<ApiKey>> ListAsync(LocalGovernmentId office, CancellationToken cancel = default)
    {
        var keys = new List<ApiKey>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(office)}");
        await foreach (var row in (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
            keys.Add(Read(row));
        return [.. keys.OrderBy(key => key.CreatedAt)];
    }

    /// <summary>Ends a key at once.</summary>
    /// <returns>False: the office has no such key.</returns>
    public async Task<bool> RevokeAsync(LocalGovernmentId office, string id, CancellationToken cancel = default)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        if (!IsId(id) || await table.FindAsync(PartitionOf(office), id, cancel).ConfigureAwait(false) is not { } listed) return false;
        // The row that opens goes first: a crash in between leaves a listed key that can be revoked again.
        await table.RemoveAsync(listed.GetString("Hash")!, Row, cancel).ConfigureAwait(false);
        await table.RemoveAsync(PartitionOf(office), id, cancel).ConfigureAwait(false);
        return true;
    }

    private static bool IsId(string id) => id is { Length: 16 } && id.All(char.IsAsciiHexDigitLower);

    private static string PartitionOf(LocalGovernmentId office) => $"office|{office.Value}";

    private static TableEntity Write(string partition, string row, ApiKey key, string hash)
    {
        var entity = ChunkedText.Put(new TableEntity(partition, row), StoredJson.Of(key));
        entity["Hash"] = hash;
        return entity;
    }

    private static ApiKey Read(TableEntity row) => StoredJson.Read<ApiKey>(ChunkedText.Take(row));

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.ApiKeys, cancel);
}
