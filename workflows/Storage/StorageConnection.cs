using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace LocalDiplomacy.Workflows.Storage;

/// <summary>
/// The store, by the settings that users of Azure Functions know: a connection string in <c>AzureWebJobsStorage</c>, or an
/// account's name or addresses below it, entered with the host's own identity.
/// </summary>
internal sealed class StorageConnection(IConfiguration configuration)
{
    private const string Name = "AzureWebJobsStorage";

    public TableServiceClient Tables() => ConnectionString is { } connection
        ? new TableServiceClient(connection)
        : new TableServiceClient(Address("tableServiceUri", "table"), new DefaultAzureCredential());

    public BlobServiceClient Blobs() => ConnectionString is { } connection
        ? new BlobServiceClient(connection)
        : new BlobServiceClient(Address("blobServiceUri", "blob"), new DefaultAzureCredential());

    private string? ConnectionString => Text(Name);

    private Uri Address(string setting, string service)
    {
        if (Setting(setting) is { } address && Uri.TryCreate(address, UriKind.Absolute, out var uri)) return uri;
        return Setting("accountName") is { } account
            ? new Uri($"https://{account}.{service}.core.windows.net")
            : throw new InvalidOperationException($"{Name} is missing: a connection string, or {Name}__accountName with the host's identity.");
    }

    /// <summary>An environment variable's double underscore arrives as a colon; local.settings.json leaves it as it is.</summary>
    private string? Setting(string setting) => Text($"{Name}:{setting}") ?? Text($"{Name}__{setting}");

    private string? Text(string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
