using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs.DurableFile;
using Azure.Storage.Blobs.Http;

namespace Azure.Storage.Blobs;

/// <summary>Chooses the storage behind a client by what the client was given.</summary>
internal static class BlobStorages
{
    private const string Scope = "https://storage.azure.com/.default";

    public static IBlobStorage From(string connectionString, BlobClientOptions? options)
    {
        var settings = StorageConnectionString.Parse(connectionString);
        if (settings.FilePath is { } path)
            return new DurableFileBlobs(path);
        var endpoint = settings.Endpoint("blob");
        return settings switch
        {
            { AccountName: { } name, AccountKey: { } key } => Http(endpoint, name, new SharedKeyPolicy(name, key), options),
            { SharedAccessSignature: { } signature } => From(endpoint, new AzureSasCredential(signature), options),
            _ => throw new FormatException("The connection string holds neither an AccountKey nor a SharedAccessSignature."),
        };
    }

    public static IBlobStorage From(Uri endpoint, TokenCredential credential, BlobClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return Http(endpoint, null, new BearerTokenAuthenticationPolicy(credential, Scope), options);
    }

    public static IBlobStorage From(Uri endpoint, AzureSasCredential credential, BlobClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return Http(endpoint, null, new SasPolicy(credential), options);
    }

    /// <summary>For an address that carries its shared access signature as its query.</summary>
    public static IBlobStorage From(Uri endpoint, BlobClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var address = new UriBuilder(endpoint) { Query = "" }.Uri;
        return endpoint.Query.Length > 1
            ? From(address, new AzureSasCredential(endpoint.Query), options)
            : Http(address, null, null, options);
    }

    /// <summary>A blob's address; a slash in its name stays one.</summary>
    public static Uri Address(Uri endpoint, BlobAddress blob)
    {
        var name = Uri.EscapeDataString(blob.Name).Replace("%2F", "/", StringComparison.Ordinal);
        return new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/{blob.Container}/{name}");
    }

    private static HttpBlobs Http(Uri endpoint, string? account, HttpPipelinePolicy? authentication, BlobClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        options ??= new BlobClientOptions();
        var pipeline = HttpPipelineBuilder.Build(options, authentication is null ? [] : [authentication]);
        return new HttpBlobs(endpoint, account ?? endpoint.Host.Split('.')[0], pipeline, options.VersionString);
    }
}
