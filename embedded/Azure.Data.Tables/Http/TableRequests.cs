using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables.Storage;

namespace Azure.Data.Tables.Http;

/// <summary>The Table service's requests: https://learn.microsoft.com/rest/api/storageservices/table-service-rest-api.</summary>
internal sealed class TableRequests(Uri endpoint)
{
    private static readonly (string, string) Json = ("Content-Type", "application/json");
    private static readonly (string, string) NoEcho = ("Prefer", "return-no-content");

    private readonly string root = endpoint.AbsoluteUri.TrimEnd('/');

    public TableRequest CreateTable(string table) => new(
        "POST",
        Address("/Tables"),
        [Json, NoEcho],
        JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["TableName"] = table }));

    public TableRequest DeleteTable(string table) => new("DELETE", Address($"/Tables('{Quoted(table)}')"), [], null);

    public TableRequest ListTables(string? filter, int? top, string? next) => new(
        "GET",
        Address("/Tables", ("$filter", filter), ("$top", Text(top)), ("NextTableName", next)),
        [],
        null);

    public TableRequest GetEntity(string table, EntityKey key, IReadOnlyList<string>? select) => new(
        "GET", Address(Row(table, key), ("$select", Joined(select))), [], null);

    public TableRequest Query(string table, EntityQuery query, EntityKey? next) => new(
        "GET",
        Address(
            $"/{Quoted(table)}()",
            ("$filter", query.Filter),
            ("$select", Joined(query.Select)),
            ("$top", Text(query.PageSize)),
            ("NextPartitionKey", next?.Partition),
            ("NextRowKey", next is { Row.Length: > 0 } ? next.Value.Row : null)),
        [],
        null);

    public TableRequest Batch((string Boundary, byte[] Body) batch) => new(
        "POST", Address("/$batch"), [("Content-Type", $"multipart/mixed; boundary={batch.Boundary}")], batch.Body);

    public TableRequest Change(string table, EntityChange change) => change.Kind switch
    {
        TableTransactionActionType.Add => new TableRequest("POST", Address($"/{Quoted(table)}"), [Json, NoEcho], Body(change)),
        TableTransactionActionType.UpsertMerge => Put("PATCH", table, change, []),
        TableTransactionActionType.UpsertReplace => Put("PUT", table, change, []),
        TableTransactionActionType.UpdateMerge => Put("PATCH", table, change, [Expected(change)]),
        TableTransactionActionType.UpdateReplace => Put("PUT", table, change, [Expected(change)]),
        TableTransactionActionType.Delete =>
            new TableRequest("DELETE", Address(Row(table, change.Key)), [Expected(change)], null),
        _ => throw new ArgumentException($"Unknown action {change.Kind}."),
    };

    private TableRequest Put(string method, string table, EntityChange change, (string, string)[] condition) =>
        new(method, Address(Row(table, change.Key)), [Json, .. condition], Body(change));

    private Uri Address(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var address = root + path;
        var separator = '?';
        foreach (var (name, value) in query)
        {
            if (value is null)
                continue;
            address += $"{separator}{name}={Uri.EscapeDataString(value)}";
            separator = '&';
        }

        return new Uri(address);
    }

    private static (string, string) Expected(EntityChange change) => ("If-Match", change.IfMatch.ToString("H"));

    private static byte[] Body(EntityChange change) => EntityJson.Write(change.Properties, change.Key);

    private static string Row(string table, EntityKey key) =>
        $"/{Quoted(table)}(PartitionKey='{Quoted(key.Partition)}',RowKey='{Quoted(key.Row)}')";

    private static string Quoted(string text) => Uri.EscapeDataString(text.Replace("'", "''", StringComparison.Ordinal));

    private static string? Joined(IReadOnlyList<string>? names) => names is null or [] ? null : string.Join(',', names);

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
