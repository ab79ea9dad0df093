using Azure;
using Azure.Identity;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Tests.Storage;

public sealed class StorageRefusalTests
{
    [Fact]
    public void A_missing_role_is_named()
    {
        var fault = new RequestFailedException(403, "This request is not authorized", "AuthorizationPermissionMismatch", null);

        var line = StorageRefusal.Explain(new InvalidOperationException("wrapped", new AggregateException(fault)))!;

        Assert.Contains("Storage Blob Data Owner, Storage Queue Data Contributor and Storage Table Data Contributor", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    [Fact]
    public void Another_refusal_says_its_code_and_no_message() =>
        Assert.Contains("(AuthorizationFailure)", StorageRefusal.Explain(new RequestFailedException(403, "account stld7", "AuthorizationFailure", null)), StringComparison.Ordinal);

    [Fact]
    public void An_identity_that_is_not_there_is_no_fault_of_ours() =>
        Assert.NotNull(StorageRefusal.Explain(new AuthenticationFailedException("no managed identity endpoint")));

    [Fact]
    public void Storage_that_is_away_refuses_nothing()
    {
        Assert.Null(StorageRefusal.Explain(new RequestFailedException(503, "busy")));
        Assert.Null(StorageRefusal.Explain(new RequestFailedException(404, "missing")));
        Assert.Null(StorageRefusal.Explain(null));
    }
}
