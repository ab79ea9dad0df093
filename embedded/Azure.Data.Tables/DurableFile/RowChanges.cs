using Azure.Data.Tables.Storage;
using Azure.Storage.Shared;
using LocalDiplomacy.DurableFile;

namespace Azure.Data.Tables.DurableFile;

/// <summary>A change with its body as it will be stored, written before the one writing thread has to do it.</summary>
internal readonly record struct PreparedChange(EntityChange Change, byte[] Body)
{
    public static PreparedChange Of(EntityChange change) => new(change, change.Kind switch
    {
        // What they write is known only once the row is read.
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge or TableTransactionActionType.Delete => [],
        _ => EntityJson.Write(change.Properties),
    });
}

/// <summary>Carries out changes of rows within a transaction, under the Table service's rules of existence and version.</summary>
internal sealed class RowChanges(WriteScope scope, long table)
{
    private static readonly StoredResponse Gone = new(204);

    private StoredResponse? written;

    // All rows of a transaction have its stamp, and so the same answer.
    private StoredResponse Written => written ??=
        new(204, new Dictionary<string, string> { ["ETag"] = StoredRows.ETag(scope.Stamp).ToString() });

    public StoredResponse Apply(PreparedChange prepared) => prepared.Change.Kind switch
    {
        TableTransactionActionType.Add => Add(prepared.Change, prepared.Body),
        TableTransactionActionType.UpsertReplace => Put(prepared.Change, prepared.Body),
        TableTransactionActionType.UpsertMerge => Put(prepared.Change, Merged(Find(prepared.Change), prepared.Change)),
        TableTransactionActionType.UpdateReplace => Replace(prepared.Change, prepared.Body),
        TableTransactionActionType.UpdateMerge => Put(prepared.Change, Merged(Expected(prepared.Change), prepared.Change)),
        TableTransactionActionType.Delete => Delete(prepared.Change),
        _ => throw new ArgumentException($"Unknown action {prepared.Change.Kind}."),
    };

    private StoredResponse Add(EntityChange change, byte[] body) =>
        scope.Tables.Insert(table, change.Key.Partition, change.Key.Row, body)
            ? Written
            : throw TableFailure.Of(409, "EntityAlreadyExists", "An entity with this key exists.");

    private StoredResponse Put(EntityChange change, byte[] body)
    {
        scope.Tables.Put(table, change.Key.Partition, change.Key.Row, body);
        return Written;
    }

    private StoredResponse Replace(EntityChange change, byte[] body) =>
        Version(change) is var (isGiven, stamp) && (!isGiven || stamp is not null)
        && scope.Tables.Replace(table, change.Key.Partition, change.Key.Row, body, stamp)
            ? Written
            : throw Unexpected(change);

    private StoredResponse Delete(EntityChange change) =>
        Version(change) is var (isGiven, stamp) && (!isGiven || stamp is not null)
        && scope.Tables.Delete(table, change.Key.Partition, change.Key.Row, stamp)
            ? Gone
            : throw Unexpected(change);

    private StoredRow? Find(EntityChange change) => scope.Tables.Get(table, change.Key.Partition, change.Key.Row);

    private StoredRow Expected(EntityChange change)
    {
        var row = Find(change);
        return row is not null && (change.IfMatch == ETag.All || change.IfMatch == StoredRows.ETag(row.Stamp))
            ? row
            : throw Unexpected(change);
    }

    private RequestFailedException Unexpected(EntityChange change) => Find(change) is null
        ? TableFailure.Of(404, "ResourceNotFound", "There is no such entity.")
        : TableFailure.Of(412, "UpdateConditionNotSatisfied", "The entity has changed since it was read.");

    /// <summary>A version that is given and is none of this store's has no stamp: no row has it.</summary>
    private static (bool IsGiven, long? Stamp) Version(EntityChange change) =>
        change.IfMatch == ETag.All ? (false, null) : (true, StoredRows.Stamp(change.IfMatch));

    private static byte[] Merged(StoredRow? row, EntityChange change)
    {
        if (row is null)
            return EntityJson.Write(change.Properties);
        var merged = EntityJson.Read(row.Body);
        foreach (var (name, value) in change.Properties)
            merged[name] = value;
        EntityRules.Check(change with { Properties = merged });
        return EntityJson.Write(merged);
    }
}
