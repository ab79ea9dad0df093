using System.Text.Json;

namespace LocalDiplomacy.Workflows.Archive;

/// <summary>A blob in a part: a line with its name and length, then its content as it is.</summary>
internal sealed record ArchivedBlob(string Name, byte[] Content)
{
    private sealed record Head(string Name, int Length);

    public IReadOnlyList<ReadOnlyMemory<byte>> Pieces => [JsonSerializer.SerializeToUtf8Bytes(new Head(Name, Content.Length), JsonSerializerOptions.Web), Content];

    /// <returns>Null at the part's end.</returns>
    public static async Task<ArchivedBlob?> ReadAsync(PartReader part, CancellationToken cancel)
    {
        if (await part.LineAsync(cancel).ConfigureAwait(false) is not { } line) return null;
        var head = JsonSerializer.Deserialize<Head>(line, JsonSerializerOptions.Web) ?? throw new JsonException("A blob has no head.");
        return new(head.Name, await part.BlockAsync(head.Length, cancel).ConfigureAwait(false));
    }
}
