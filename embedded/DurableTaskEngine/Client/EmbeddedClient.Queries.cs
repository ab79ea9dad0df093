using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using LocalDiplomacy.DurableTaskEngine.Execution;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskEngine.Client;

internal sealed partial class EmbeddedClient
{
    public override async Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        await hub.Store.EnsureCreatedAsync(cancellation);
        var row = await hub.Store.FindAsync(instanceId, cancellation);
        return row is null ? null : await MetadataAsync(row, getInputsAndOutputs, cancellation);
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        var query = filter ?? new OrchestrationQuery();
        var text = InstanceFilter.Of(query.CreatedFrom, query.CreatedTo, query.Statuses, query.InstanceIdPrefix);
        return Pageable.Create<OrchestrationMetadata>((continuation, pageSize, cancellation) => PageAsync(
            text,
            continuation ?? query.ContinuationToken,
            pageSize ?? query.PageSize,
            row => MetadataAsync(row, query.FetchInputsAndOutputs, cancellation),
            cancellation));
    }

    public override Task<Page<string>> ListInstanceIdsAsync(
        IEnumerable<OrchestrationRuntimeStatus>? runtimeStatus = null,
        DateTimeOffset? completedTimeFrom = null,
        DateTimeOffset? completedTimeTo = null,
        int pageSize = OrchestrationQuery.DefaultPageSize,
        string? lastInstanceKey = null,
        CancellationToken cancellation = default)
    {
        var filter = InstanceFilter.OfFinished(runtimeStatus, completedTimeFrom, completedTimeTo);
        return PageAsync(filter, lastInstanceKey, pageSize, row => ValueTask.FromResult(row.InstanceId), cancellation);
    }

    private async Task<Page<T>> PageAsync<T>(
        string filter, string? continuation, int pageSize, Func<InstanceRow, ValueTask<T>> read, CancellationToken cancellation)
        where T : notnull
    {
        await hub.Store.EnsureCreatedAsync(cancellation);
        await foreach (var page in hub.Store.PagesAsync(filter, continuation, pageSize).WithCancellation(cancellation))
        {
            var values = new List<T>(page.Values.Count);
            foreach (var entity in page.Values) values.Add(await read(InstanceRow.From(entity)));
            return new Page<T>(values, string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
        }

        return new Page<T>([], null);
    }

    private async IAsyncEnumerable<InstanceRow> RowsAsync(string filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var page in hub.Store.PagesAsync(filter, null, OrchestrationQuery.DefaultPageSize).WithCancellation(cancellation))
            foreach (TableEntity entity in page.Values) yield return InstanceRow.From(entity);
    }

    private async ValueTask<OrchestrationMetadata> MetadataAsync(InstanceRow row, bool withData, CancellationToken cancellation) =>
        new(row.Name, row.InstanceId)
        {
            DataConverter = withData ? Converter : null,
            RuntimeStatus = row.Status,
            CreatedAt = row.CreatedAt,
            LastUpdatedAt = row.UpdatedAt,
            Tags = TagText.Read(row.Tags),
            FailureDetails = FailureText.Read(await hub.Store.Values.ReadAsync(row.Failure, cancellation)),
            SerializedInput = withData ? await hub.Store.Values.ReadAsync(row.Input, cancellation) : null,
            SerializedOutput = withData ? await hub.Store.Values.ReadAsync(row.Output, cancellation) : null,
            SerializedCustomStatus = withData ? row.CustomStatus : null,
        };
}
