using Microsoft.Extensions.Configuration;

namespace LocalDiplomacy.Workflows.Storage;

/// <summary>
/// AzureWebJobsStorage as the Functions host reads it: a connection string, or below it an account's name or the services'
/// addresses, entered with an identity.
/// </summary>
internal sealed class StorageSettings(IConfiguration configuration)
{
    private const string Name = "AzureWebJobsStorage";
    private const string ManagedIdentity = "managedidentity";

    public StorageOptions Read() => new()
    {
        Connection = Text(Name),
        AccountName = Below("accountName"),
        TableService = Address("tableServiceUri"),
        BlobService = Address("blobServiceUri"),
        ByManagedIdentity = string.Equals(Below("credential"), ManagedIdentity, StringComparison.OrdinalIgnoreCase),
        ClientId = Below("clientId"),
    };

    public IEnumerable<string> Faults()
    {
        if (Text(Name) is not null) return [];
        return [.. PlaceFaults(), .. IdentityFaults()];
    }

    private IEnumerable<string> PlaceFaults()
    {
        var account = Below("accountName");
        if (account is not null && !IsAccountName(account))
            yield return $"{Name}__accountName is no name of a storage account: 3 to 24 small letters and digits. Set the name alone, without an address.";
        foreach (var service in new[] { "tableServiceUri", "blobServiceUri" })
            if (Below(service) is not null && Address(service) is null)
                yield return $"{Name}__{service} is no https address. Set the service's address as the account's page shows it.";
        if (account is null && (Below("tableServiceUri") is null || Below("blobServiceUri") is null))
            yield return $"{Name} is missing: there is no store. Set {Name}__accountName, or both {Name}__tableServiceUri and {Name}__blobServiceUri, or a connection string.";
    }

    private IEnumerable<string> IdentityFaults()
    {
        if (Below("credential") is { } credential && !string.Equals(credential, ManagedIdentity, StringComparison.OrdinalIgnoreCase))
            yield return $"{Name}__credential is neither left out nor '{ManagedIdentity}'. Set '{ManagedIdentity}' on Azure.";
        if (Below("clientId") is { } client && !Guid.TryParse(client, out _))
            yield return $"{Name}__clientId is no client ID. Set the identity's, a GUID, or leave it out for the app's own identity.";
    }

    private static bool IsAccountName(string name) => name.Length is >= 3 and <= 24 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));

    private Uri? Address(string setting) =>
        Uri.TryCreate(Below(setting), UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? uri : null;

    /// <summary>An environment variable's double underscore arrives as a colon; local.settings.json leaves it as it is.</summary>
    private string? Below(string setting) => Text($"{Name}:{setting}") ?? Text($"{Name}__{setting}");

    private string? Text(string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
