using System.Globalization;
using Azure.Core;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs.Http;

/// <summary>What requests say in their headers.</summary>
internal static class BlobRequestHeaders
{
    public static void Write(Request request, ContainerSettings settings)
    {
        Set(request, "x-ms-blob-public-access", settings.Access switch
        {
            PublicAccessType.Blob => "blob",
            PublicAccessType.BlobContainer => "container",
            _ => null,
        });
        Set(request, "x-ms-default-encryption-scope", settings.Encryption?.DefaultEncryptionScope);
        Set(request, "x-ms-deny-encryption-scope-override", settings.Encryption is { PreventEncryptionScopeOverride: true } ? "true" : null);
        Write(request, settings.Metadata);
    }

    public static void Write(Request request, BlobUpload upload)
    {
        Set(request, "x-ms-blob-type", "BlockBlob");
        Set(request, "x-ms-blob-content-type", upload.Headers?.ContentType ?? "application/octet-stream");
        Set(request, "x-ms-blob-content-encoding", upload.Headers?.ContentEncoding);
        Set(request, "x-ms-blob-content-language", upload.Headers?.ContentLanguage);
        Set(request, "x-ms-blob-content-disposition", upload.Headers?.ContentDisposition);
        Set(request, "x-ms-blob-cache-control", upload.Headers?.CacheControl);
        if (upload.Headers?.ContentHash is { } hash)
            Set(request, "Content-MD5", Convert.ToBase64String(hash));
        Write(request, upload.Metadata);
        Write(request, upload.Conditions);
    }

    public static void Write(Request request, BlobRequestConditions? conditions)
    {
        Set(request, "If-Match", conditions?.IfMatch?.ToString("H"));
        Set(request, "If-None-Match", conditions?.IfNoneMatch?.ToString("H"));
        Set(request, "If-Modified-Since", conditions?.IfModifiedSince?.ToString("R", CultureInfo.InvariantCulture));
        Set(request, "If-Unmodified-Since", conditions?.IfUnmodifiedSince?.ToString("R", CultureInfo.InvariantCulture));
    }

    private static void Write(Request request, IDictionary<string, string>? metadata)
    {
        foreach (var (name, value) in metadata ?? new Dictionary<string, string>())
            Set(request, BlobHeaders.MetadataPrefix + name, value);
    }

    private static void Set(Request request, string name, string? value)
    {
        if (value is not null)
            request.Headers.SetValue(name, value);
    }
}
