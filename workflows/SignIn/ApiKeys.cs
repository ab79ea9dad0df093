using Azure;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.SignIn;

/// <summary>A key by which an office's program is known.</summary>
public sealed record ApiKey(string Id, LocalGovernmentId Office, string Label, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>Null: made before that was kept.</summary>
    public Author? MadeBy { get; init; }

    /// <summary>Null: it still holds, or held until its end.</summary>
    public KeyEnding? Ended { get; init; }

    /// <summary>To the hour; null: never.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
}

/// <param name="Reason">Null: the office itself, which need give none.</param>
public sealed record KeyEnding(DateTimeOffset At, Author By, string? Reason);

/// <summary>What came of ending a key.</summary>
/// <param name="Key">Null: the office has no such key.</param>
/// <param name="IsNew">False: it had ended before, as the key says.</param>
public sealed record EndedKey(ApiKey? Key, bool IsNew);

/// <summary>Offices' API keys, stored hashed: a key is shown once, when it is made, and holds for a year at most.</summary>
public sealed class ApiKeys(Tables tables, TimeProvider time)
{
    public const int LongestDays = 365;

    private const string Prefix = "ldk_";
    private const string Row = "key", Hash = "Hash", UsedAt = "LastUsedAt";
    private static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromHours(1);

    /// <param name="days">How long it holds, from 1 to <see cref="LongestDays"/>.</param>
    /// <returns>Null: made before under this idempotency key, and shown then.</returns>
    /// <exception cref="ArgumentException">The person belongs to no office.</exception>
    public async Task<(ApiKey Key, string Plain)?> CreateAsync(
        Person by, string label, string idempotencyKey, int days = LongestDays, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, LongestDays);
        var office = by.Office ?? throw new ArgumentException("A key belongs to an office, and this person to none.", nameof(by));
        var (plain, now) = (Prefix + Secret.NewToken(), time.GetUtcNow());
        var key = new ApiKey(CommandKey.From(by.Id, idempotencyKey, "").Name[..16], office, label.Trim(), now, now.AddDays(days)) { MadeBy = new(by.Id, by.Name) };
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        // The listed row decides who comes first. A crash before the second row leaves a key that opens nothing and that
        // nobody has seen; its row in the list says that it is there to be revoked.
        var hash = Secret.HashOf(plain);
        if (!await table.TryAddAsync(Write(PartitionOf(office), key.Id, key, hash), cancel).ConfigureAwait(false)) return null;
        await table.AddEntityAsync(Write(hash, Row, key, hash), cancel).ConfigureAwait(false);
        return (key, plain);
    }

    /// <summary>Who calls with this key; that it was used is noted once an hour.</summary>
    /// <returns>Null: no such key, revoked, or past its end.</returns>
    public async Task<ApiKey?> FindAsync(string plain, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(plain);
        if (!plain.StartsWith(Prefix, StringComparison.Ordinal) || !Secret.IsTokenShaped(plain[Prefix.Length..])) return null;
        var (now, table) = (time.GetUtcNow(), await OpenAsync(cancel).ConfigureAwait(false));
        if (await table.FindAsync(Secret.HashOf(plain), Row, cancel).ConfigureAwait(false) is not { } row || Read(row) is var key && now >= key.ExpiresAt) return null;
        if (!(now - row.GetDateTimeOffset(UsedAt) < UseIsNotedEvery)) await NoteUseAsync(table, row, key, now, cancel).ConfigureAwait(false);
        return key with { LastUsedAt = null };
    }

    /// <summary>Oldest first, those that ended too.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(LocalGovernmentId office, CancellationToken cancel = default)
    {
        var keys = new List<ApiKey>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(office)}");
        await foreach (var row in (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
            keys.Add(Read(row));
        return [.. keys.OrderBy(key => key.CreatedAt)];
    }

    /// <summary>Ends a key at once. Again: it stays as it ended first.</summary>
    /// <param name="reason">The association's people give one.</param>
    public async Task<EndedKey> EndAsync(LocalGovernmentId office, string id, Author by, string? reason, CancellationToken cancel = default)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        while (true)
        {
            if (!IsId(id) || await table.FindAsync(PartitionOf(office), id, cancel).ConfigureAwait(false) is not { } listed) return new(null, false);
            var key = Read(listed);
            if (key.Ended is not null) return new(key, false);
            // The row that opens goes first: a crash in between leaves a listed key that can be revoked again.
            var hash = listed.GetString(Hash)!;
            await table.RemoveAsync(hash, Row, cancel).ConfigureAwait(false);
            var ended = key with { Ended = new(time.GetUtcNow(), by, reason) };
            if (await table.TryWriteAsync(Write(PartitionOf(office), id, ended, hash), listed, cancel).ConfigureAwait(false)) return new(ended, true);
        }
    }

    /// <summary>The listed row first: what the opening row has is not asked again for an hour.</summary>
    private static async Task NoteUseAsync(TableClient table, TableEntity opening, ApiKey key, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var (partition, row) in new[] { (PartitionOf(key.Office), key.Id), (opening.PartitionKey, opening.RowKey) })
            try
            {
                await table.UpdateEntityAsync(new TableEntity(partition, row) { [UsedAt] = now }, ETag.All, TableUpdateMode.Merge, cancel).ConfigureAwait(false);
            }
            catch (RequestFailedException fault) when (fault.IsMissing())
            {
                // It was revoked this moment.
            }
    }

    private static bool IsId(string id) => id is { Length: 16 } && id.All(char.IsAsciiHexDigitLower);

    private static string PartitionOf(LocalGovernmentId office) => $"office|{office.Value}";

    private static TableEntity Write(string partition, string row, ApiKey key, string hash)
    {
        var entity = ChunkedText.Put(new TableEntity(partition, row), StoredJson.Of(key with { LastUsedAt = null }));
        entity[Hash] = hash;
        if (key.LastUsedAt is { } used) entity[UsedAt] = used;
        return entity;
    }

    private static ApiKey Read(TableEntity row) => StoredJson.Read<ApiKey>(ChunkedText.Take(row)) with { LastUsedAt = row.GetDateTimeOffset(UsedAt) };

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.ApiKeys, cancel);
}
