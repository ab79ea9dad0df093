using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Storage;

namespace Azure.Data.Tables.Http;

/// <summary>The Table service's REST interface: Azure Storage, or Azurite.</summary>
internal sealed class HttpTables(Uri endpoint, string accountName, HttpPipeline pipeline, string version) : ITableStorage
{
    private readonly TableRequests requests = new(endpoint);

    public Uri Endpoint => endpoint;

    public string AccountName => accountName;

    public async ValueTask<Response> CreateTable(string table, bool async, CancellationToken cancellation)
    {
        TableRules.CheckName(table);
        return Accepted(await Send(requests.CreateTable(table), async, cancellation).ConfigureAwait(false));
    }

    public async ValueTask<Response> DeleteTable(string table, bool async, CancellationToken cancellation) =>
        AcceptedOrMissing(await Send(requests.DeleteTable(table), async, cancellation).ConfigureAwait(false));

    public async ValueTask<StoragePage<string>> ListTables(
        string? filter, int? top, string? continuation, bool async, CancellationToken cancellation)
    {
        var response = Accepted(
            await Send(requests.ListTables(filter, top, continuation), async, cancellation).ConfigureAwait(false));
        using var json = JsonDocument.Parse(response.Content);
        string[] names =
        [
            .. json.RootElement.GetProperty("value").EnumerateArray()
                .Select(table => table.GetProperty("TableName").GetString()!),
        ];
        return new StoragePage<string>(names, Header(response, "x-ms-continuation-NextTableName"), response);
    }

    public async ValueTask<(Response Response, EntityProperties? Properties)> GetEntity(
        string table, EntityKey key, IReadOnlyList<string>? select, bool async, CancellationToken cancellation)
    {
        var response = AcceptedOrMissing(
            await Send(requests.GetEntity(table, key, select), async, cancellation).ConfigureAwait(false));
        return (response, response.Status == 404 ? null : EntityJson.Read(response.Content.ToMemory().Span));
    }

    public async ValueTask<Response> Apply(
        string table, EntityChange change, bool async, CancellationToken cancellation)
    {
        var response = await Send(requests.Change(table, change), async, cancellation).ConfigureAwait(false);
        return change.Kind is TableTransactionActionType.Delete ? AcceptedOrMissing(response) : Accepted(response);
    }

    public async ValueTask<Response<IReadOnlyList<Response>>> ApplyAll(
        string table, IReadOnlyList<EntityChange> changes, bool async, CancellationToken cancellation)
    {
        var batch = BatchBody.Write([.. changes.Select(change => requests.Change(table, change))]);
        var response = await Send(requests.Batch(batch), async, cancellation).ConfigureAwait(false);
        if (response.Status != 202)
            throw new TableTransactionFailedException(TableFailure.From(response));
        return Response.FromValue(BatchAnswer.Read(response), response);
    }

    public async ValueTask<StoragePage<EntityProperties>> Query(
        string table, EntityQuery query, string? continuation, bool async, CancellationToken cancellation)
    {
        var request = requests.Query(table, query, ContinuationToken.Read(continuation));
        var response = Accepted(await Send(request, async, cancellation).ConfigureAwait(false));
        var next = Header(response, "x-ms-continuation-NextPartitionKey") is { } partition
            ? ContinuationToken.Write(new EntityKey(partition, Header(response, "x-ms-continuation-NextRowKey") ?? ""))
            : null;
        return new StoragePage<EntityProperties>(QueryAnswer.Read(response.Content.ToMemory().Span), next, response);
    }

    private static Response Accepted(Response response) =>
        response.IsError ? throw TableFailure.From(response) : response;

    private static Response AcceptedOrMissing(Response response) =>
        response.Status == 404 ? response : Accepted(response);

    private static string? Header(Response response, string name) =>
        response.Headers.TryGetValue(name, out var value) ? value : null;

    private async ValueTask<Response> Send(TableRequest request, bool async, CancellationToken cancellation)
    {
        using var message = pipeline.CreateMessage();
        request.WriteTo(message.Request);
        message.Request.Headers.SetValue("x-ms-version", version);
        if (async)
            await pipeline.SendAsync(message, cancellation).ConfigureAwait(false);
        else
            pipeline.Send(message, cancellation);
        return message.Response;
    }
}
