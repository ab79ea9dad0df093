using LocalDiplomacy.Embedded.Tests.Azurite;

namespace LocalDiplomacy.Embedded.Tests.Tables;

public sealed class DurableFileTableTests : TableContract
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
public sealed class AzuriteTableTests(AzuriteFixture azurite) : TableContract
{
    protected override string ConnectionString => azurite.ConnectionString;
}
