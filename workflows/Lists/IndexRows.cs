using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>
/// The rows of the index. A case has one entry, under the number of its last change in its partition, and one row that says which
/// number that is: whoever has read up to a number reads on from there and misses nothing.
/// </summary>
internal static class IndexRows
{
    /// <summary>Cases that change at the same time seldom meet in one partition.</summary>
    public const int Shards = 16;

    /// <summary>Holds the number of the last change.</summary>
    public const string Head = "head";

    public const string Version = "Version";
    public const string EntryPrefix = "entry-";
    public const string ShardPrefix = "shard-";
    private const string PlacePrefix = "case-";
    private const string Number = "Number";
    private const string Gone = "Gone";

    public static string ShardOf(MouId id) => NameOf(SHA256.HashData(Encoding.UTF8.GetBytes(id.Value))[0] % Shards);

    public static string NameOf(int shard) => string.Create(CultureInfo.InvariantCulture, $"{ShardPrefix}{shard:x}");

    public static string NameOf(MouId id) => PlacePrefix + id.Value;

    public static string EntryOf(long number) => string.Create(CultureInfo.InvariantCulture, $"{EntryPrefix}{number:D14}");

    public static long NumberIn(TableEntity? row) => row?.GetInt64(Number) ?? 0;

    public static TableEntity HeadAt(string shard, long number) => new(shard, Head) { [Number] = number };

    public static TableEntity Place(CaseRow row, long number) => new(ShardOf(row.Id), NameOf(row.Id)) { [Number] = number, [Version] = row.Version };

    public static TableEntity Entry(CaseRow row, long number) => ChunkedText.Put(new TableEntity(ShardOf(row.Id), EntryOf(number)), StoredJson.Of(row));

    /// <summary>That a case is not there: nothing of ours removes one, but a rebuild finds those that never were.</summary>
    public static TableEntity NoEntry(MouId id, long number) => new(ShardOf(id), EntryOf(number)) { [Gone] = id.Value };

    public static IndexChange Read(TableEntity entry) => entry.GetString(Gone) is { } gone
        ? new(new(gone), null) : IndexChange.Of(ChunkedText.Take(entry));

    public static TableTransactionAction Write(TableEntity row, TableEntity? before) => before is null
        ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, before.ETag);

    public static TableTransactionAction Delete(string shard, string row) => new(TableTransactionActionType.Delete, new TableEntity(shard, row), ETag.All);
}

/// <summary>What the index says of a case now.</summary>
/// <param name="Case">Null: it is not there.</param>
internal sealed record IndexChange(MouId Id, IndexedCase? Case)
{
    public static IndexChange Of(string json)
    {
        var row = StoredJson.Read<CaseRow>(json);
        return new(row.Id, new IndexedCase(row, Encoding.UTF8.GetBytes(json)));
    }
}
