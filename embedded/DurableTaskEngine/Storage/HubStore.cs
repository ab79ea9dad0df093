using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.DurableTaskEngine.History;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>The tables and blobs of one hub.</summary>
internal sealed partial class HubStore
{
    private readonly TableClient instances;
    private readonly TableClient due;
    private readonly StoreLimits limits;
    private volatile bool created;
    private long changes;

    internal HubStore(TableServiceClient tables, BlobServiceClient blobs, DurableTaskHostOptions options)
    {
        var hubName = options.HubName;
        limits = options.Limits;
        instances = tables.GetTableClient(hubName + "Instances");
        due = tables.GetTableClient(hubName + "Due");
        Values = new LargeValues(blobs, $"{hubName.ToLowerInvariant()}-large-values", options);
        Due = new DueIndex(due);
    }

    /// <summary>Grows with every change that this store makes to an instance's row.</summary>
    internal long Changes => Interlocked.Read(ref changes);

    internal LargeValues Values { get; }

    internal DueIndex Due { get; }

    internal async ValueTask EnsureCreatedAsync(CancellationToken cancellation)
    {
        if (created) return;
        await instances.CreateIfNotExistsAsync(cancellation);
        await due.CreateIfNotExistsAsync(cancellation);
        created = true;
    }

    internal async Task<InstanceRow?> FindAsync(string instanceId, CancellationToken cancellation)
    {
        var found = await instances.GetEntityIfExistsAsync<TableEntity>(
            RowKeys.Partition(instanceId), RowKeys.Instance, cancellationToken: cancellation);
        return found.HasValue ? InstanceRow.From(found.Value!) : null;
    }

    /// <exception cref="TurnConflictException">The instance was changed while it was read.</exception>
    internal async Task<InstancePartition?> LoadAsync(string instanceId, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {RowKeys.Partition(instanceId)}");
        var rows = new List<TableEntity>();
        var pages = 0;
        await foreach (var page in instances.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).AsPages())
        {
            rows.AddRange(page.Values);
            pages++;
        }

        var own = rows.Find(row => row.RowKey == RowKeys.Instance);
        // One page is one moment; several are not.
        if (pages > 1 && own?.ETag != (await FindAsync(instanceId, cancellation))?.ETag) throw new TurnConflictException(instanceId);
        return own is null ? null : InstancePartition.Of(own, rows);
    }

    internal async Task<(IReadOnlyList<HistoryEvent> Messages, ETag? Door)> InboxAsync(string instanceId, CancellationToken cancellation)
    {
        var (from, to) = (RowKeys.InboxMark.ToString(), ((char)(RowKeys.InboxMark + 1)).ToString());
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {RowKeys.Partition(instanceId)} and RowKey ge {from} and RowKey lt {to}");
        var rows = new List<TableEntity>();
        await foreach (var entity in instances.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)) rows.Add(entity);
        var door = rows.Find(row => row.RowKey == RowKeys.Door);
        if (door is not null) rows.Remove(door);
        return ([.. rows.OrderBy(row => row.RowKey, StringComparer.Ordinal).Select(HistoryRow.Read)], door?.ETag);
    }

    /// <summary>Puts an event into the inbox so that the instance cannot end without taking notice of it: either the turn that ends it
    /// sees the event, or whoever raised it sees the end.</summary>
    internal async Task RaiseAsync(string instanceId, HistoryEvent raised, CancellationToken cancellation)
    {
        var partition = RowKeys.Partition(instanceId);
        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.UpsertReplace, HistoryRow.Write(raised, partition, RowKeys.Inbox(raised.MessageId!))),
            new(TableTransactionActionType.UpsertReplace, new TableEntity(partition, RowKeys.Door)),
        ];
        await instances.SubmitTransactionAsync(actions, cancellation);
    }

    /// <returns>False when the message is not there: an instance took it in.</returns>
    internal async Task<bool> TryTakeBackAsync(string instanceId, string messageId, CancellationToken cancellation)
    {
        var response = await instances.DeleteEntityAsync(
            RowKeys.Partition(instanceId), RowKeys.Inbox(messageId), ETag.All, cancellation);
        return response.Status != 404;
    }

    /// <summary>Puts a message, in stored form, into an instance's inbox. A second call with the same id changes nothing.</summary>
    internal async Task DeliverAsync(string instanceId, HistoryEvent message, CancellationToken cancellation)
    {
        var row = HistoryRow.Write(message, RowKeys.Partition(instanceId), RowKeys.Inbox(message.MessageId!));
        try
        {
            await instances.AddEntityAsync(row, cancellation);
        }
        catch (RequestFailedException duplicate) when (duplicate.Status == 409)
        {
        }
    }

    /// <returns>Null when an instance of this id is there already.</returns>
    internal async Task<InstanceRow?> InsertAsync(InstanceRow row, CancellationToken cancellation)
    {
        try
        {
            Interlocked.Increment(ref changes);
            var response = await instances.AddEntityAsync(row.ToEntity(), cancellation);
            Interlocked.Increment(ref changes);
            return row with { ETag = await TagOf(response, row, cancellation) };
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            return null;
        }
    }

    internal async IAsyncEnumerable<Page<TableEntity>> PagesAsync(string filter, string? continuation, int pageSize)
    {
        await foreach (var page in instances.QueryAsync<TableEntity>(filter, pageSize).AsPages(continuation, pageSize)) yield return page;
    }

    /// <summary>Of every instance, by a scan of the table.</summary>
    internal async IAsyncEnumerable<string> StatusesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"RowKey eq {RowKeys.Instance}");
        await foreach (var row in instances.QueryAsync<TableEntity>(filter, select: [nameof(InstanceRow.Status)], cancellationToken: cancellation))
            yield return row.GetString(nameof(InstanceRow.Status));
    }

    private async ValueTask<ETag> TagOf(Response response, InstanceRow row, CancellationToken cancellation) =>
        response.Headers.ETag ?? (await FindAsync(row.InstanceId, cancellation))?.ETag ?? default;
}
