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
    internal Task<ETag?> PutAsync(TableEntity row, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var pending = new Pending(row);
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

    /// <summary>As many as fit, each row once: a second write to a row waits for the next group.</summary>
    private List<Pending> TakeGroup()
    {
        lock (gate)
        {
            var rows = new HashSet<string>(StringComparer.Ordinal);
            List<Pending> group = [], rest = [];
            foreach (var pending in waiting)
                (group.Count < MostActions && rows.Add(pending.Row.RowKey) ? group : rest).Add(pending);

            waiting = rest;
            isWriting = group.Count > 0;
            return group;
        }
    }

    private async Task WriteGroupAsync(List<Pending> group)
    {
        try
        {
            IReadOnlyList<Response> responses = group.Count == 1
                ? [await table.UpsertEntityAsync(group[0].Row, TableUpdateMode.Replace)]
                : (await table.SubmitTransactionAsync(group.Select(Put))).Value;
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

    private static TableTransactionAction Put(Pending pending) => new(TableTransactionActionType.UpsertReplace, pending.Row);

    private sealed record Pending(TableEntity Row)
    {
        internal TaskCompletionSource<ETag?> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
