using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace Azure.Storage.Shared;

/// <summary>The answer of a storage that needs no HTTP, in the form that callers know.</summary>
internal sealed class StoredResponse : Response
{
    private readonly Dictionary<string, string> headers;

    public StoredResponse(int status, Dictionary<string, string>? headers = null, byte[]? content = null)
    {
        Status = status;
        this.headers = headers ?? [];
        ContentStream = content is null ? null : new MemoryStream(content, writable: false);
    }

    public override int Status { get; }

    public override string ReasonPhrase => ((System.Net.HttpStatusCode)Status).ToString();

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    public override bool IsError => Status >= 400;

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => Find(name) is not null;

    protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
        headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) =>
        (value = Find(name)) is not null;

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = Find(name) is { } value ? [value] : null;
        return values is not null;
    }

    private string? Find(string name) =>
        headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
