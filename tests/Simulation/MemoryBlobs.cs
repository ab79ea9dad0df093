using Azure;

namespace LocalDiplomacy.Simulation;

/// <summary>Blob containers in memory: what all hosts of a simulation share.</summary>
internal sealed class MemoryBlobs
{
    private readonly SortedDictionary<string, SortedDictionary<string, StoredContent>> containers = new(StringComparer.Ordinal);

    internal IEnumerable<string> Names => containers.Values.SelectMany(container => container.Keys);

    internal void Create(string container) => containers.TryAdd(container, new(StringComparer.Ordinal));

    internal bool Has(string container) => containers.ContainsKey(container);

    internal SortedDictionary<string, StoredContent> In(string container) => containers.TryGetValue(container, out var blobs)
        ? blobs
        : throw new RequestFailedException(404, "There is no such container.", "ContainerNotFound", null);
}

internal sealed record StoredContent(BinaryData Content, DateTimeOffset CreatedOn);
