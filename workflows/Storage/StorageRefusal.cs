using Azure;
using Azure.Identity;

namespace LocalDiplomacy.Workflows.Storage;

/// <summary>Storage is there and does not let us in: what to mend, in one line for the log.</summary>
public static class StorageRefusal
{
    private const string Roles = "Storage Blob Data Owner, Storage Queue Data Contributor and Storage Table Data Contributor";

    /// <returns>Null: it is another fault.</returns>
    public static string? Explain(Exception? fault) => fault switch
    {
        null => null,
        AggregateException several => several.InnerExceptions.Select(Explain).FirstOrDefault(line => line is not null),
        RequestFailedException { ErrorCode: "AuthorizationPermissionMismatch" } =>
            $"The storage account refuses the app's identity. Give it the roles {Roles} on the account; they count after some minutes.",
        RequestFailedException { Status: 401 or 403 } refused =>
            $"The storage account refuses access ({refused.ErrorCode ?? "without a reason"}). Check AzureWebJobsStorage, the account's network rules and the identity's roles: {Roles}.",
        AuthenticationFailedException =>
            "No identity to enter the storage account with. Check AzureWebJobsStorage__clientId and that the app has this identity.",
        _ => Explain(fault.InnerException),
    };
}
