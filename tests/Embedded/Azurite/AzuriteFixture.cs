using LocalDiplomacy.Azurite;

namespace LocalDiplomacy.Embedded.Tests.Azurite;

/// <summary>One Azurite for all tests of the collection; each works in tables and containers of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private AzuriteProcess? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public async Task InitializeAsync() => azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(folder.Path));

    public async Task DisposeAsync()
    {
        await azurite!.DisposeAsync();
        folder.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
