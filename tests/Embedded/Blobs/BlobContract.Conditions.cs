using Azure;
using Azure.Storage.Blobs.Models;

namespace LocalDiplomacy.Embedded.Tests.Blobs;

public abstract partial class BlobContract
{
    [Fact]
    public async Task An_upload_without_options_does_not_overwrite()
    {
        await Blob.UploadAsync(Draft);

        await Refused(409, BlobErrorCode.BlobAlreadyExists, () => Blob.UploadAsync(Draft));
        await Refused(409, BlobErrorCode.BlobAlreadyExists, () => Blob.UploadAsync(Draft, new BlobUploadOptions { Conditions = OnlyNew }));
        await Blob.UploadAsync(BinaryData.FromString("2"), overwrite: true);
        await Blob.UploadAsync(BinaryData.FromString("3"), new BlobUploadOptions());

        Assert.Equal("3", (await Blob.DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task An_upload_may_name_the_version_it_expects()
    {
        await Refused(412, BlobErrorCode.ConditionNotMet, () => Put("1", new ETag("\"0x1\"")));
        var first = (await Blob.UploadAsync(Draft)).Value.ETag;
        var second = (await Put("2", first)).Value.ETag;

        Assert.NotEqual(first, second);
        await Refused(412, BlobErrorCode.ConditionNotMet, () => Put("3", first));
        await Refused(412, BlobErrorCode.ConditionNotMet, () => Blob.DeleteAsync(conditions: new BlobRequestConditions { IfMatch = first }));
        Assert.Equal("2", (await Blob.DownloadContentAsync()).Value.Content.ToString());
        Assert.Equal(202, (await Blob.DeleteAsync(conditions: new BlobRequestConditions { IfMatch = second })).Status);

        Task<Response<BlobContentInfo>> Put(string text, ETag expected) => Blob.UploadAsync(
            BinaryData.FromString(text), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfMatch = expected } });
    }

    [Fact]
    public async Task A_download_may_name_the_version_it_has()
    {
        var etag = (await Blob.UploadAsync(Draft)).Value.ETag;

        var unchanged = await Blob.DownloadContentAsync(new BlobRequestConditions { IfNoneMatch = etag }, default);
        var changed = await Blob.DownloadContentAsync(new BlobRequestConditions { IfNoneMatch = new ETag("\"0x1\"") }, default);

        Assert.Equal((304, false), (unchanged.GetRawResponse().Status, unchanged.HasValue));
        Assert.Equal(Draft.ToString(), changed.Value.Content.ToString());
        await Refused(412, BlobErrorCode.ConditionNotMet, () => Blob.DownloadContentAsync(new BlobRequestConditions { IfMatch = new ETag("\"0x1\"") }, default));
    }

    [Fact]
    public async Task What_is_missing_is_not_found()
    {
        Assert.False((await Blob.ExistsAsync()).Value);
        Assert.False((await Blob.DeleteIfExistsAsync()).Value);
        await Refused(404, BlobErrorCode.BlobNotFound, () => Blob.DownloadContentAsync());
        await Refused(404, BlobErrorCode.BlobNotFound, () => Blob.GetPropertiesAsync());
        await Refused(404, BlobErrorCode.BlobNotFound, () => Blob.DeleteAsync());
    }

    [Fact]
    public async Task Blobs_are_listed_by_prefix_in_order_and_in_pages()
    {
        string[] names = ["a", "b/1", "b/10", "b/2", "c", "나 다"];
        foreach (var name in names.Reverse())
            await Container.GetBlobClient(name).UploadAsync(Draft, new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["k"] = "v" } });

        var pages = Container.GetBlobs().AsPages(pageSizeHint: 4).ToList();
        var withMetadata = Container.GetBlobs(BlobTraits.Metadata, prefix: "b/").ToList();

        Assert.Equal(names, pages.SelectMany(page => page.Values).Select(blob => blob.Name));
        Assert.Equal([4, 2], pages.Select(page => page.Values.Count));
        Assert.Equal(["b/1", "b/10", "b/2"], withMetadata.Select(blob => blob.Name));
        Assert.All(withMetadata, blob => Assert.Equal(("v", Draft.ToMemory().Length), (blob.Metadata["k"], blob.Properties.ContentLength)));
        await foreach (var blob in Container.GetBlobsAsync(prefix: "none"))
            Assert.Fail($"{blob.Name} has not this prefix.");
    }

    private static BlobRequestConditions OnlyNew => new() { IfNoneMatch = ETag.All };
}
