using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.Azurite;

namespace LocalDiplomacy.Embedded.Tests.Azurite;

[Collection(AzuriteCollection.Name)]
public sealed class AzuriteProcessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_it_was_given_is_there_after_a_stop_and_a_start()
    {
        await using (var first = await AzuriteProcess.StartAsync(new AzuriteOptions(folder.Path)))
        {
            await new TableClient(first.ConnectionString, "kept").CreateAsync();
            await new BlobContainerClient(first.ConnectionString, "kept").CreateAsync();
        }

        await using var second = await AzuriteProcess.StartAsync(new AzuriteOptions(folder.Path));

        Assert.Equal(["kept"], new TableServiceClient(second.ConnectionString).Query().Select(table => table.Name));
        Assert.True(new BlobContainerClient(second.ConnectionString, "kept").Exists().Value);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_clear_line()
    {
        await using var first = await AzuriteProcess.StartAsync(new AzuriteOptions(folder.Path));

        var refusal = await Assert.ThrowsAsync<AzuriteException>(() => AzuriteProcess.StartAsync(
            new AzuriteOptions(Path.Combine(folder.Path, "other")) { BlobPort = first.BlobPort }));

        Assert.StartsWith("Azurite did not start: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("EADDRINUSE", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public async Task Stopping_twice_is_stopping_once()
    {
        var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(folder.Path));

        await azurite.StopAsync();
        await azurite.StopAsync();
        await azurite.DisposeAsync();
    }
}
