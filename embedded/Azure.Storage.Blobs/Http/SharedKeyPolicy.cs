using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Storage.Blobs.Http;

/// <summary>
/// Signs each try with the account's key, as https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key
/// asks: the method, the usual headers, all x-ms headers and the resource.
/// </summary>
internal sealed class SharedKeyPolicy(string accountName, string accountKey) : HttpPipelineSynchronousPolicy
{
    private static readonly string[] SignedHeaders =
    [
        "Content-Encoding", "Content-Language", "Content-Length", "Content-MD5", "Content-Type", "Date",
        "If-Modified-Since", "If-Match", "If-None-Match", "If-Unmodified-Since", "Range",
    ];

    private readonly byte[] key = Convert.FromBase64String(accountKey);

    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        request.Headers.SetValue("x-ms-date", TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture));
        var text = $"{request.Method}\n{Headers(request)}{ServiceHeaders(request)}{Resource(request.Uri.ToUri())}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
        request.Headers.SetValue("Authorization", $"SharedKey {accountName}:{signature}");
    }

    private static string Headers(Request request) => string.Concat(SignedHeaders.Select(name => Header(request, name) + "\n"));

    // A length of zero is signed as nothing.
    private static string Header(Request request, string name) => name == "Content-Length"
        ? request.Content is not null && request.Content.TryComputeLength(out var length) && length > 0
            ? length.ToString(CultureInfo.InvariantCulture)
            : ""
        : request.Headers.TryGetValue(name, out var value) ? value : "";

    private static string ServiceHeaders(Request request) => string.Concat(request.Headers
        .Where(header => header.Name.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase))
        .Select(header => (Name: header.Name.ToLowerInvariant(), header.Value))
        .OrderBy(header => header.Name, StringComparer.Ordinal)
        .Select(header => $"{header.Name}:{header.Value.Trim()}\n"));

    private string Resource(Uri address)
    {
        var query = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Name: pair[0].ToLowerInvariant(), Value: Uri.UnescapeDataString(pair[1])))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .Select(pair => $"\n{pair.Name}:{pair.Value}");
        return $"/{accountName}{address.AbsolutePath}{string.Concat(query)}";
    }
}
