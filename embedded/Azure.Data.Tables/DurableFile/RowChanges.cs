using Azure.Data.Tables.Storage;
using Azure.Storage.Shared;
using LocalDiplomacy.DurableFile;

namespace Azure.Data.Tables.DurableFile;

/// <summary>Carries out changes of rows within a transaction, under the Table service's rules of existence and version.</summary>
internal sealed class RowChanges(WriteScope scope, long table)
{
    public StoredResponse Apply(EntityChange change) => change.Kind switch
    {
        TableTransactionActionType.Add => Add(change),
        TableTransactionActionType.UpsertReplace => Put(change, change.Properties),
        TableTransactionActionType.UpsertMerge => Put(change, Merged(Find(change), change)),
        TableTransactionActionType.UpdateReplace when Expected(change) is not null => Put(change, change.Properties),
        TableTransactionActionType.UpdateMerge => Put(change, Merged(Expected(change), change)),
        TableTransactionActionType.Delete => Delete(change),
        _ => throw new ArgumentException($"Unknown action {change.Kind}."),
    };

    private StoredResponse Add(EntityChange change) =>
        scope.Tables.Insert(table, change.Key.Partition, change.Key.Row, EntityJson.Write(change.Properties))
            ? Written()
            : throw TableFailure.Of(409, "EntityAlreadyExists", "An entity with this key exists.");

    private StoredResponse Put(EntityChange change, EntityProperties properties)
    {
        scope.Tables.Put(table, change.Key.Partition, change.Key.Row, EntityJson.Write(properties));
        return Written();
    }

    private StoredResponse Delete(EntityChange change)
    {
        Expected(change);
        scope.Tables.Delete(table, change.Key.Partition, change.Key.Row);
        return new StoredResponse(204);
    }

    private StoredRow? Find(EntityChange change) => scope.Tables.Get(table, change.Key.Partition, change.Key.Row);

    private StoredRow Expected(EntityChange change)
    {
        var row = Find(change) ?? throw TableFailure.Of(404, "ResourceNotFound", "There is no such entity.");
        return change.IfMatch == ETag.All || change.IfMatch == StoredRows.ETag(row.Stamp)
            ? row
            : throw TableFailure.Of(412, "UpdateConditionNotSatisfied", "The entity has changed since it was read.");
    }

    private static EntityProperties Merged(StoredRow? row, EntityChange change)
    {
        if (row is null)
            return change.Properties;
        var merged = EntityJson.Read(row.Body);
        foreach (var (name, value) in change.Properties)
            merged[name] = value;
        EntityRules.Check(change with { Properties = merged });
        return merged;
    }

    private StoredResponse Written() =>
        new(204, new Dictionary<string, string> { ["ETag"] = StoredRows.ETag(scope.Stamp).ToString() });
}
