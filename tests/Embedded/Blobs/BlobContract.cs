using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace LocalDiplomacy.Embedded.Tests.Blobs;

/// <summary>What every blob storage does; adopted by the durable file and by Azurite.</summary>
public abstract partial class BlobContract : IAsyncLifetime
{
    private static readonly BinaryData Draft = BinaryData.FromString("초안 · draft");

    protected abstract string ConnectionString { get; }

    protected BlobServiceClient Service => new(ConnectionString);

    protected BlobContainerClient Container { get; private set; } = null!;

    private BlobClient Blob => Container.GetBlobClient("round 1/text.ko+en%.html");

    public async Task InitializeAsync()
    {
        Container = Service.GetBlobContainerClient(NewName());
        await Container.CreateAsync();
    }

    public virtual Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_container_is_created_once()
    {
        await Refused(409, BlobErrorCode.ContainerAlreadyExists, () => Container.CreateAsync());

        Assert.Null(await Container.CreateIfNotExistsAsync());
        Assert.NotNull(await Service.GetBlobContainerClient(NewName()).CreateIfNotExistsAsync(cancellationToken: default));
        Assert.True((await Container.ExistsAsync()).Value);
    }

    [Fact]
    public async Task A_deleted_container_is_gone_with_its_blobs()
    {
        await Blob.UploadAsync(Draft);
        Assert.True((await Container.DeleteIfExistsAsync()).Value);
        Assert.False((await Container.DeleteIfExistsAsync()).Value);
        Assert.False((await Container.ExistsAsync()).Value);
        Assert.False((await Blob.ExistsAsync()).Value);

        await Refused(404, BlobErrorCode.ContainerNotFound, () => Blob.UploadAsync(Draft));
        await Refused(404, BlobErrorCode.ContainerNotFound, () => Blob.DownloadContentAsync());
        await Refused(404, BlobErrorCode.ContainerNotFound, () => Container.DeleteAsync());
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("Upper")]
    [InlineData("two--hyphens")]
    [InlineData("hyphen-")]
    public Task A_container_is_not_called_just_anything(string name) =>
        Refused(400, BlobErrorCode.InvalidResourceName, () => Service.CreateBlobContainerAsync(name));

    [Fact]
    public async Task Content_comes_back_with_its_headers()
    {
        var uploaded = await Blob.UploadAsync(Draft, new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "text/html; charset=utf-8", CacheControl = "no-store", ContentLanguage = "ko", ContentDisposition = "inline" },
            Metadata = new Dictionary<string, string> { ["round"] = "1" },
        });

        var downloaded = (await Blob.DownloadContentAsync()).Value;
        var properties = (await Blob.GetPropertiesAsync()).Value;

        Assert.Equal(201, uploaded.GetRawResponse().Status);
        Assert.Equal(Draft.ToString(), downloaded.Content.ToString());
        Assert.Equal((uploaded.Value.ETag, uploaded.Value.ETag), (downloaded.Details.ETag, properties.ETag));
        Assert.Equal(("text/html; charset=utf-8", "no-store", "ko", "inline"), (properties.ContentType, properties.CacheControl, properties.ContentLanguage, properties.ContentDisposition));
        Assert.Equal(("text/html; charset=utf-8", "1"), (downloaded.Details.ContentType, downloaded.Details.Metadata["round"]));
        Assert.Equal((Draft.ToMemory().Length, "1"), (properties.ContentLength, properties.Metadata["ROUND"]));
        Assert.Equal(uploaded.Value.ContentHash, properties.ContentHash);
        Assert.Equal(properties.LastModified, uploaded.Value.LastModified);
    }

    [Fact]
    public async Task Content_can_be_streamed_written_out_and_read_in_part()
    {
        await Blob.UploadAsync(new MemoryStream([1, 2, 3, 4, 5]));

        using var written = new MemoryStream();
        await Blob.DownloadToAsync(written);
        using var streamed = (await Blob.DownloadStreamingAsync()).Value;
        using var opened = await Blob.OpenReadAsync(position: 3);
        var part = (await Blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(1, 3) })).Value;

        Assert.Equal([1, 2, 3, 4, 5], written.ToArray());
        Assert.Equal([1, 2, 3, 4, 5], BinaryData.FromStream(streamed.Content).ToArray());
        Assert.Equal([4, 5], BinaryData.FromStream(opened).ToArray());
        Assert.Equal([2, 3, 4], part.Content.ToArray());
        await Refused(416, BlobErrorCode.InvalidRange, () => Blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(9) }));
    }

    [Fact]
    public void The_synchronous_calls_do_the_same()
    {
        Blob.Upload(Draft);
        Assert.Equal(Draft.ToString(), Blob.DownloadContent().Value.Content.ToString());
        Assert.True(Blob.Exists().Value);
        Assert.True(Blob.DeleteIfExists().Value);
        Assert.False(Blob.DeleteIfExists().Value);
    }

    [Fact]
    public async Task An_empty_blob_and_a_large_one_are_blobs()
    {
        var large = new byte[5_000_000];
        new Random(1).NextBytes(large);
        await Container.UploadBlobAsync("empty", BinaryData.Empty);
        await Container.UploadBlobAsync("large", new MemoryStream(large));

        Assert.Empty((await Container.GetBlobClient("empty").DownloadContentAsync()).Value.Content.ToArray());
        Assert.Equal(large, (await Container.GetBlobClient("large").DownloadContentAsync()).Value.Content.ToArray());
    }

    protected static string NewName() => $"c{Guid.NewGuid():N}";

    protected static async Task Refused(int status, BlobErrorCode code, Func<Task> action)
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(action);
        Assert.Equal((status, code.ToString()), (refusal.Status, refusal.ErrorCode));
    }
}
