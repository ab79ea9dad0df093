using System.Globalization;
using LocalDiplomacy.DurableFile;

namespace Azure.Storage.Blobs.DurableFile;

/// <summary>A blob's content, or the part of it that was asked for.</summary>
internal static class BlobRange
{
    public static Response Answer(StoredBlob blob, byte[] content, HttpRange range)
    {
        var whole = range == default;
        if (!whole && range.Offset >= content.Length)
            return BlobFailure.Answer(416, "InvalidRange", "The range begins behind the end of the blob.");
        var length = Math.Min(range.Length ?? long.MaxValue, content.Length - range.Offset);
        var part = whole ? content : content[(int)range.Offset..(int)(range.Offset + length)];
        var headers = StoredBlobProperties.Parse(blob).Headers(blob, part.Length);
        if (!whole)
            headers["Content-Range"] = string.Create(
                CultureInfo.InvariantCulture, $"bytes {range.Offset}-{range.Offset + length - 1}/{content.Length}");
        return new StoredResponse(whole ? 200 : 206, headers, part);
    }
}
