using System.Text;
using Azure;
using Azure.Data.Tables;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

internal sealed partial class HubStore
{
    /// <summary>Carries a turn out: in one transaction when it fits. When it does not, its rows are put down beyond the end of the
    /// history, part by part, each part under the instance's ETag; they count once the last part has moved that end.</summary>
    /// <returns>The instance row as it is now.</returns>
    /// <exception cref="TurnConflictException">Somebody else changed the instance.</exception>
    internal async Task<InstanceRow> CommitAsync(TurnCommit commit, CancellationToken cancellation)
    {
        var partition = RowKeys.Partition(commit.Row.InstanceId);
        var staged = Chunks(commit.Added);
        var tag = commit.Row.ETag;
        TableTransactionAction[] door = commit.Closes ? [Closing(partition, commit.Door)] : [];
        var fits = staged.Count <= 1 && commit.Added.Count + door.Length < limits.Actions;
        if (!fits)
        {
            // The parts need an instance to belong to.
            if (commit.Unborn is { } unborn)
                tag = (await InsertAsync(unborn, cancellation) ?? throw new TurnConflictException(unborn.InstanceId)).ETag;

            foreach (var part in staged)
            {
                TableTransactionAction[] actions =
                [
                    .. part.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
                    new(TableTransactionActionType.UpdateMerge, new TableEntity(partition, RowKeys.Instance) { ["Staged"] = true }, tag),
                ];
                tag = await SubmitAsync(commit.Row, actions, cancellation);
            }
        }

        IEnumerable<TableTransactionAction> added = fits
            ? commit.Added.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row))
            : [];
        var room = limits.Actions - 1 - door.Length - (fits ? commit.Added.Count : 0);
        TableTransactionAction[] last =
        [
            .. added,
            .. commit.Removed.Take(room).Select(key => Removal(partition, key)),
            .. door,
            commit.Unborn is not null && fits
                ? new(TableTransactionActionType.Add, commit.Row.ToEntity())
                : new(TableTransactionActionType.UpdateReplace, commit.Row.ToEntity(), tag),
        ];
        tag = await SubmitAsync(commit.Row, last, cancellation);
        if (commit.Removed.Count > room) await RemoveAsync(commit.Row.InstanceId, commit.Removed.Skip(room), cancellation);
        return commit.Row with { ETag = tag };
    }

    /// <summary>Removes rows that no longer count. Those that are gone already are passed over.</summary>
    internal async Task RemoveAsync(string instanceId, IEnumerable<string> rowKeys, CancellationToken cancellation)
    {
        var partition = RowKeys.Partition(instanceId);
        foreach (var chunk in rowKeys.Chunk(limits.Actions))
        {
            try
            {
                await instances.SubmitTransactionAsync(chunk.Select(key => Removal(partition, key)), cancellation);
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                foreach (var key in chunk) await instances.DeleteEntityAsync(partition, key, ETag.All, cancellation);
            }
        }
    }

    private static TableTransactionAction Closing(string partition, ETag? seen) => seen is { } tag
        ? new(TableTransactionActionType.UpdateReplace, new TableEntity(partition, RowKeys.Door), tag)
        : new(TableTransactionActionType.Add, new TableEntity(partition, RowKeys.Door));

    private static TableTransactionAction Removal(string partition, string rowKey) =>
        new(TableTransactionActionType.Delete, new TableEntity(partition, rowKey) { ETag = ETag.All }, ETag.All);

    /// <summary>The last action is the one on the instance row.</summary>
    private async Task<ETag> SubmitAsync(
        InstanceRow row, IReadOnlyCollection<TableTransactionAction> actions, CancellationToken cancellation)
    {
        try
        {
            // Before and after: whoever counts in between counts again.
            Interlocked.Increment(ref changes);
            var responses = await instances.SubmitTransactionAsync(actions, cancellation);
            Interlocked.Increment(ref changes);
            return await TagOf(responses.Value[^1], row, cancellation);
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 409 or 412)
        {
            throw new TurnConflictException(row.InstanceId, conflict);
        }
    }

    private List<List<TableEntity>> Chunks(List<TableEntity> rows)
    {
        var chunks = new List<List<TableEntity>>();
        var bytes = 0;
        foreach (var row in rows)
        {
            var size = SizeOf(row);
            if (chunks.Count == 0 || chunks[^1].Count >= limits.Actions - 1 || bytes + size > limits.Bytes)
            {
                chunks.Add([]);
                bytes = 0;
            }

            chunks[^1].Add(row);
            bytes += size;
        }

        return chunks;
    }

    private static int SizeOf(TableEntity row) => 512 + row.Sum(property => property.Value switch
    {
        // On the wire a letter outside of ASCII is up to six bytes, escaped.
        string text => Encoding.UTF8.GetByteCount(text) == text.Length ? text.Length : 6 * text.Length,
        _ => 16,
    });
}
