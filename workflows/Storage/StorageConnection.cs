using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace LocalDiplomacy.Workflows.Storage;

/// <summary>Opens the store: by a connection string, or by an identity at the account's addresses.</summary>
internal sealed class StorageConnection(StorageOptions options)
{
    public TableServiceClient Tables() => options.Connection is { } connection
        ? new TableServiceClient(connection)
        : new TableServiceClient(options.TableService ?? InPublicCloud("table"), Credential());

    public BlobServiceClient Blobs() => options.Connection is { } connection
        ? new BlobServiceClient(connection)
        : new BlobServiceClient(options.BlobService ?? InPublicCloud("blob"), Credential());

    /// <summary>On Azure an identity and nothing else; elsewhere whoever is signed in to Azure's tools.</summary>
    private TokenCredential Credential() => !options.ByManagedIdentity
        ? new DefaultAzureCredential()
        : new ManagedIdentityCredential(options.ClientId is { } client ? ManagedIdentityId.FromUserAssignedClientId(client) : ManagedIdentityId.SystemAssigned);

    private Uri InPublicCloud(string service) => new($"https://{options.AccountName}.{service}.core.windows.net");
}
