using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.SignIn;

/// <summary>What happened at the door. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SignInDeed>))]
public enum SignInDeed
{
    /// <summary>A mail was asked for, and sent.</summary>
    Asked,
    /// <summary>A mail was asked for too soon after the one before, or too often in an hour: none was sent.</summary>
    TooSoon,
    WrongCode,
    /// <summary>The link or the code was expired, used, or used up by wrong tries.</summary>
    Over,
    SignedIn,
    /// <summary>The platform's sign-in was seen beside this session, for the first time.</summary>
    SignedInWithEntra,
    SignedOut,
}

/// <summary>One line of the log. Who it was is known by id alone.</summary>
public sealed record SignInEntry(DateTimeOffset At, SignInDeed What, string PersonId);

/// <summary>What a day brought from addresses that are nobody's: how often, and nothing more.</summary>
public sealed record UnknownSignIns(SignInDeed What, int Count);

/// <summary>
/// Who came in, and who tried to, for half a year: once under the day and once under the person. It holds neither addresses,
/// nor where somebody came from, nor any secret. What an address does that is nobody's is counted by the day.
/// </summary>
public sealed class SignInLog(Tables tables, TimeProvider time)
{
    public const int KeptDays = 180;

    /// <summary>Many may guess at once: they are counted in this many places.</summary>
    private const int Shards = 16;

    private const string CountPrefix = "count-", EntryPrefix = "entry-", PastEntries = "entry.", At = "At", What = "What", PersonOf = "Person", CountOf = "Count", ExpiresAt = "ExpiresAt";

    /// <param name="personId">Null: an address that is nobody's.</param>
    internal Task NoteAsync(SignInDeed what, string? personId, CancellationToken cancel) =>
        personId is null ? CountAsync(what, cancel) : AddAsync(what, personId, cancel);

    /// <summary>A day's lines, newest first.</summary>
    /// <param name="after">The last line of the page before; null: from the newest.</param>
    public Task<(IReadOnlyList<SignInEntry> Entries, string? Next)> OfDayAsync(DateOnly day, int most, string? after = null, CancellationToken cancel = default) =>
        ReadAsync(PartitionOf(day), most, after, cancel);

    /// <inheritdoc cref="OfDayAsync"/>
    public Task<(IReadOnlyList<SignInEntry> Entries, string? Next)> OfPersonAsync(string personId, int most, string? after = null, CancellationToken cancel = default) =>
        ReadAsync(PartitionOf(personId), most, after, cancel);

    public async Task<IReadOnlyList<UnknownSignIns>> UnknownAsync(DateOnly day, CancellationToken cancel = default)
    {
        var counts = new SortedDictionary<SignInDeed, int>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(day)} and RowKey ge {CountPrefix} and RowKey lt {"count."}");
        await foreach (var row in (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
        {
            var what = Enum.Parse<SignInDeed>(row.GetString(What)!);
            counts[what] = counts.GetValueOrDefault(what) + (row.GetInt32(CountOf) ?? 0);
        }

        return [.. counts.Select(one => new UnknownSignIns(one.Key, one.Value))];
    }

    private async Task AddAsync(SignInDeed what, string personId, CancellationToken cancel)
    {
        var (now, table) = (time.GetUtcNow(), await OpenAsync(cancel).ConfigureAwait(false));
        var key = string.Create(CultureInfo.InvariantCulture, $"{EntryPrefix}{DateTime.MaxValue.Ticks - now.UtcTicks:D19}-{Secret.NewName()[..8]}");
        foreach (var partition in new[] { PartitionOf(SeoulTime.DayOf(now)), PartitionOf(personId) })
            await table.AddEntityAsync(
                new TableEntity(partition, key) { [At] = now, [What] = what.ToString(), [PersonOf] = personId, [ExpiresAt] = now.AddDays(KeptDays) }, cancel).ConfigureAwait(false);
    }

    private async Task CountAsync(SignInDeed what, CancellationToken cancel)
    {
        var (now, table) = (time.GetUtcNow(), await OpenAsync(cancel).ConfigureAwait(false));
        var day = SeoulTime.DayOf(now);
        while (true)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{CountPrefix}{what}-{RandomNumberGenerator.GetInt32(Shards)}");
            var before = await table.FindAsync(PartitionOf(day), key, cancel).ConfigureAwait(false);
            var row = new TableEntity(PartitionOf(day), key) { [What] = what.ToString(), [CountOf] = (before?.GetInt32(CountOf) ?? 0) + 1, [ExpiresAt] = now.AddDays(KeptDays) };
            if (await table.TryWriteAsync(row, before, cancel).ConfigureAwait(false)) return;
        }
    }

    private async Task<(IReadOnlyList<SignInEntry> Entries, string? Next)> ReadAsync(string partition, int most, string? after, CancellationToken cancel)
    {
        var from = after is { Length: > 0 } ? EntryPrefix + after : EntryPrefix;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {from} and RowKey lt {PastEntries}");
        var (entries, last) = (new List<SignInEntry>(), "");
        await foreach (var row in (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
        {
            if (entries.Count == most) return (entries, last);
            entries.Add(new(row.GetDateTimeOffset(At)!.Value, Enum.Parse<SignInDeed>(row.GetString(What)!), row.GetString(PersonOf)!));
            last = row.RowKey[EntryPrefix.Length..];
        }

        return (entries, null);
    }

    private static string PartitionOf(DateOnly day) => day.ToString("'day-'yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string PartitionOf(string personId) => "person-" + personId;

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.SignInLog, cancel);
}
