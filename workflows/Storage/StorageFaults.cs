using Azure;
using Azure.Data.Tables;

namespace LocalDiplomacy.Workflows.Storage;

/// <summary>What storage's refusals mean.</summary>
internal static class StorageFaults
{
    /// <summary>Somebody else wrote first: the row is there already, or is not what was read.</summary>
    public static bool IsConflict(this RequestFailedException fault) => fault.Status is 409 or 412;

    public static bool IsMissing(this RequestFailedException fault) => fault.Status is 404;

    /// <summary>Reads a row; null where there is none.</summary>
    public static async Task<TableEntity?> FindAsync(this TableClient table, string partition, string row, CancellationToken cancel)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancel).ConfigureAwait(false);
        return found.HasValue ? found.Value : null;
    }

    /// <returns>False: there is one already, and it was left alone.</returns>
    public static async Task<bool> TryAddAsync(this TableClient table, TableEntity row, CancellationToken cancel)
    {
        try
        {
            await table.AddEntityAsync(row, cancel).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException fault) when (fault.IsConflict())
        {
            return false;
        }
    }

    /// <returns>False: it changed since it was read, and nothing was written.</returns>
    public static async Task<bool> TryReplaceAsync(this TableClient table, TableEntity row, CancellationToken cancel)
    {
        try
        {
            await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancel).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException fault) when (fault.IsConflict() || fault.IsMissing())
        {
            return false;
        }
    }

    /// <summary>Adds the row, or replaces what was read before under its ETag.</summary>
    /// <returns>False: somebody else wrote first.</returns>
    public static Task<bool> TryWriteAsync(this TableClient table, TableEntity row, TableEntity? before, CancellationToken cancel)
    {
        if (before is null) return table.TryAddAsync(row, cancel);
        row.ETag = before.ETag;
        return table.TryReplaceAsync(row, cancel);
    }

    /// <summary>Removes a row, whatever it holds. There is none: that is fine.</summary>
    public static async Task RemoveAsync(this TableClient table, string partition, string row, CancellationToken cancel)
    {
        try
        {
            await table.DeleteEntityAsync(partition, row, ETag.All, cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException fault) when (fault.IsMissing())
        {
            // Somebody removed it first.
        }
    }

    /// <summary>Removes a row unless it changed since it was read.</summary>
    /// <returns>False: it changed, or somebody removed it first.</returns>
    public static async Task<bool> TryRemoveAsync(this TableClient table, TableEntity row, CancellationToken cancel)
    {
        try
        {
            using var answer = await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancel).ConfigureAwait(false);
            return !answer.IsError;
        }
        catch (RequestFailedException fault) when (fault.IsConflict() || fault.IsMissing())
        {
            return false;
        }
    }
}
