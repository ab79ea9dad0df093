using System.Text.Encodings.Web;
using System.Text.Json;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>One file as the manifest names it.</summary>
/// <param name="Link">Of an event: its link of the chain.</param>
internal sealed record ManifestFile(string Path, EvidenceKind Kind, long Bytes, string Sha256, string? Link = null);

/// <param name="Start">Follows from the case's id.</param>
/// <param name="Head">The last event's link.</param>
internal sealed record ManifestChain(string Start, string Head, int Events);

/// <summary>What an evidence archive says of itself. It holds no time: the same record gives the same archive.</summary>
internal sealed record EvidenceManifest(int Format, MouId Mou, ManifestChain Chain, IReadOnlyList<ManifestFile> Files)
{
    public const int ReadableFormat = 1;
    public const string Path = "manifest.json", SealPath = "manifest.p7s", SumsPath = "SHA256SUMS";

    public static EvidenceManifest Of(MouId mou, IReadOnlyList<ChainedEvent> chain, IReadOnlyList<EvidenceFile> files)
    {
        var links = chain.ToDictionary(link => EventPath(link.Number), link => link.Hash.Value, StringComparer.Ordinal);
        return new(
            ReadableFormat, mou, new(EventChain.Start(mou).Value, chain[^1].Hash.Value, chain.Count),
            [.. files.Select(file => new ManifestFile(file.Path, file.Kind, file.Bytes, file.Sha256, links.GetValueOrDefault(file.Path)))]);
    }

    public static string EventPath(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"events/{number:D10}.json");

    public byte[] ToJson() => EvidenceJson.Of(this);
}

/// <summary>JSON as people open it: indented, letters as they are, lines ended alike on every system.</summary>
internal static class EvidenceJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        AllowOutOfOrderMetadataProperties = true,
    };

    public static byte[] Of<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <exception cref="JsonException">It is no such thing.</exception>
    public static T Read<T>(byte[] json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("It is null.");
}
