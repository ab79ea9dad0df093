using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.SignIn;

/// <summary>A key by which an office's program is known.</summary>
public sealed record ApiKey(string Id, LocalGovernmentId Office, string Label, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>Offices' API keys, stored hashed: a key is shown once, when it is made.</summary>
public sealed class ApiKeys
{
    /// <returns>Null: made before under this idempotency key, and shown then.</returns>
    public Task<(ApiKey Key, string Plain)?> CreateAsync(Person by, string label, string idempotencyKey, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<ApiKey?> FindAsync(string plain, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<IReadOnlyList<ApiKey>> ListAsync(LocalGovernmentId office, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <returns>False: the office has no such key.</returns>
    public Task<bool> RevokeAsync(LocalGovernmentId office, string id, CancellationToken cancel = default) => throw new NotImplementedException();
}
