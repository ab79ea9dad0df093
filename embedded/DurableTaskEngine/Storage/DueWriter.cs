using Azure;
using Azure.Data.Tables;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>Writes to the index: those that come while one is on its way go together in the next transaction. Each counts alone: what
/// is refused of one does not keep the others from being carried out.</summary>
internal sealed class DueWriter(TableClient table)
{
    private const int MostActions = 100;

    private readonly Lock gate = new();
    private List<Pending> waiting = [];
    private bool isWriting;

    /// <summary>Puts a row in place of whatever is there.</summary>
    /// <param name="row">Of the index's partition.</param>
    /// <param name="cancellation">Heeded until it is on its way, which it goes together with others.</param>
    /// <returns>The row's new version, where the answer tells it.</returns>
    internal Task<ETag?> PutAsync(TableEntity row, CancellationToken cancellation) =>
        WriteAsync(new TableTransactionAction(TableTransactionActionType.UpsertReplace, row), cancellation);

    /// <summary>Removes a row. Does nothing when somebody changed it meanwhile.</summary>
    /// <param name="row">Of the index's partition.</param>
    /// <param name="tag">The version that is to go.</param>
    /// <param name="cancellation">Heeded until it is on its way, which it goes together with others.</param>
    internal Task RemoveAsync(TableEntity row, ETag tag, CancellationToken cancellation) =>
        WriteAsync(new TableTransactionAction(TableTransactionActionType.Delete, row, tag), cancellation);

    private Task<ETag?> WriteAsync(TableTransactionAction action, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var pending = new Pending(action);
        bool isFirst;
        lock (gate)
        {
            waiting.Add(pending);
            isFirst = !isWriting;
            isWriting = true;
        }

        if (isFirst) _ = WriteAllAsync();
        return pending.Completion.Task;
    }

    private async Task WriteAllAsync()
    {
        while (TakeGroup() is { Count: > 0 } group) await WriteGroupAsync(group);
    }

    /// <summary>As many as fit, each row once: a second write to a row, and all that follow it, wait for the next group.</summary>
    private List<Pending> TakeGroup()
    {
        lock (gate)
        {
            var rows = new HashSet<string>(StringComparer.Ordinal);
            var count = 0;
            while (count < Math.Min(waiting.Count, MostActions) && rows.Add(waiting[count].Action.Entity.RowKey)) count++;
            var group = waiting[..count];
            waiting = waiting[count..];
            isWriting = count > 0;
            return group;
        }
    }

    private async Task WriteGroupAsync(List<Pending> group)
    {
        try
        {
            IReadOnlyList<Response> responses = group.Count == 1
                ? [await WriteOneAsync(group[0].Action)]
                : (await table.SubmitTransactionAsync(group.Select(pending => pending.Action))).Value;
            for (var index = 0; index < group.Count; index++) group[index].Completion.SetResult(responses[index].Headers.ETag);
        }
        catch (RequestFailedException refused) when (group.Count > 1 && refused.Status is >= 400 and < 500)
        {
            foreach (var pending in group) await WriteGroupAsync([pending]);
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            foreach (var pending in group) pending.Completion.TrySetException(failed);
        }
    }

    private async Task<Response> WriteOneAsync(TableTransactionAction action)
    {
        if (action.ActionType != TableTransactionActionType.Delete)
            return await table.UpsertEntityAsync((TableEntity)action.Entity, TableUpdateMode.Replace);
        try
        {
            return await table.DeleteEntityAsync(action.Entity.PartitionKey, action.Entity.RowKey, action.ETag);
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return changed.GetRawResponse()!;
        }
    }

    private sealed record Pending(TableTransactionAction Action)
    {
        internal TaskCompletionSource<ETag?> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
