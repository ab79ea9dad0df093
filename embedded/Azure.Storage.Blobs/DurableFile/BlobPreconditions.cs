using Azure.Storage.Blobs.Models;
using LocalDiplomacy.DurableFile;

namespace Azure.Storage.Blobs.DurableFile;

/// <summary>The Blob service's answers to conditions that do not hold.</summary>
internal static class BlobPreconditions
{
    /// <summary>For a write; null when it may go on. Only "if none match *" is answered as a conflict.</summary>
    public static Response? OfWrite(BlobRequestConditions? conditions, StoredBlob? blob) => conditions switch
    {
        { IfNoneMatch: { } none } when none == ETag.All && blob is not null =>
            BlobFailure.Answer(409, "BlobAlreadyExists", "The blob exists."),
        null => null,
        _ => Holds(conditions, blob) ? null : BlobFailure.Answer(412, "ConditionNotMet", "A condition of the request does not hold."),
    };

    /// <summary>For a read; null when it may go on. A copy that is current is answered with 304.</summary>
    public static Response? OfRead(BlobRequestConditions? conditions, StoredBlob blob)
    {
        if (conditions is null || Holds(conditions, blob))
            return null;
        var changed = new BlobRequestConditions
        {
            IfMatch = conditions.IfMatch,
            IfUnmodifiedSince = conditions.IfUnmodifiedSince,
        };
        return Holds(changed, blob)
            ? new StoredResponse(304, StoredBlobProperties.Headers(blob.Stamp))
            : BlobFailure.Answer(412, "ConditionNotMet", "A condition of the request does not hold.");
    }

    private static bool Holds(BlobRequestConditions conditions, StoredBlob? blob)
    {
        if (blob is null)
            return conditions.IfMatch is null;
        var etag = StoredBlobProperties.ETag(blob.Stamp);

        // Times travel in headers, which know whole seconds.
        var modified = StoredBlobProperties.Time(blob.Stamp - (blob.Stamp % TimeSpan.TicksPerSecond));
        return (conditions.IfMatch is not { } match || match == ETag.All || match == etag)
            && (conditions.IfNoneMatch is not { } none || (none != ETag.All && none != etag))
            && (conditions.IfModifiedSince is not { } since || modified > since)
            && (conditions.IfUnmodifiedSince is not { } until || modified <= until);
    }
}
