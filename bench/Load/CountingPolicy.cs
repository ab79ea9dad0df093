using Azure.Core;
using Azure.Core.Pipeline;

namespace LocalDiplomacy.Bench.Load;

/// <summary>Counts what goes over the wire: behind the retries, so that a repeated request counts again.</summary>
internal sealed class CountingPolicy : HttpPipelinePolicy
{
    private long requests;
    private long bytes;

    internal StorageUse Use => new(Interlocked.Read(ref requests), Interlocked.Read(ref bytes), null);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ProcessNext(message, pipeline);
        Count(message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        Count(message);
    }

    private void Count(HttpMessage message)
    {
        Interlocked.Increment(ref requests);
        var sent = message.Request.Content is { } content && content.TryComputeLength(out var length) ? length : 0;
        var received = message.HasResponse ? message.Response.ContentStream is { CanSeek: true } body ? body.Length : message.Response.Headers.ContentLength ?? 0 : 0;
        Interlocked.Add(ref bytes, sent + received);
    }
}
