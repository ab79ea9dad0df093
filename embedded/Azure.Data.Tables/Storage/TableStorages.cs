using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.DurableFile;
using Azure.Data.Tables.Http;
using Azure.Storage.Shared;

namespace Azure.Data.Tables.Storage;

/// <summary>Chooses the storage behind a client by what the client was given.</summary>
internal static class TableStorages
{
    private const string Scope = "https://storage.azure.com/.default";

    public static ITableStorage From(string connectionString, TableClientOptions? options)
    {
        var settings = StorageConnectionString.Parse(connectionString);
        if (settings.FilePath is { } path)
            return new DurableFileTables(path);
        var endpoint = settings.Endpoint("table");
        return settings switch
        {
            { AccountName: { } name, AccountKey: { } key } => From(endpoint, new TableSharedKeyCredential(name, key), options),
            { SharedAccessSignature: { } signature } => From(endpoint, new AzureSasCredential(signature), options),
            _ => throw new FormatException("The connection string holds neither an AccountKey nor a SharedAccessSignature."),
        };
    }

    public static ITableStorage From(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return Http(endpoint, credential.AccountName, new SharedKeyLitePolicy(credential), options);
    }

    public static ITableStorage From(Uri endpoint, TokenCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return Http(endpoint, null, new BearerTokenAuthenticationPolicy(credential, Scope), options);
    }

    public static ITableStorage From(Uri endpoint, AzureSasCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return Http(endpoint, null, new SasPolicy(credential), options);
    }

    /// <summary>For an address that carries its shared access signature as its query.</summary>
    public static ITableStorage From(Uri endpoint, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var address = new UriBuilder(endpoint) { Query = "" }.Uri;
        return endpoint.Query.Length > 1
            ? From(address, new AzureSasCredential(endpoint.Query), options)
            : Http(address, null, null, options);
    }

    /// <summary>A table's address without the table; the query stays.</summary>
    public static Uri Account(Uri table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new UriBuilder(table) { Path = table.AbsolutePath[..table.AbsolutePath.TrimEnd('/').LastIndexOf('/')] }.Uri;
    }

    public static string Table(Uri table) => table.AbsolutePath.TrimEnd('/').Split('/')[^1];

    private static HttpTables Http(Uri endpoint, string? account, HttpPipelinePolicy? authentication, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        options ??= new TableClientOptions();
        var pipeline = HttpPipelineBuilder.Build(options, authentication is null ? [] : [authentication]);
        return new HttpTables(endpoint, account ?? endpoint.Host.Split('.')[0], pipeline, options.VersionString);
    }
}
