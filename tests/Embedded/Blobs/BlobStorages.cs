using LocalDiplomacy.Embedded.Tests.Azurite;

namespace LocalDiplomacy.Embedded.Tests.Blobs;

public sealed class DurableFileBlobTests : BlobContract
{
    private readonly TemporaryStore store = new();

    protected override string ConnectionString => store.ConnectionString;

    public override Task DisposeAsync()
    {
        store.Dispose();
        return base.DisposeAsync();
    }
}

[Collection(AzuriteCollection.Name)]
public sealed class AzuriteBlobTests(AzuriteFixture azurite) : BlobContract
{
    protected override string ConnectionString => azurite.ConnectionString;
}
