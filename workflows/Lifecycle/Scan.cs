using System.Text.Json.Serialization;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>The SHA-256 of a scan's content, 64 lower-case hexadecimal digits: what the record says was kept.</summary>
[JsonConverter(typeof(TextValueConverter<ScanHash>))]
public readonly record struct ScanHash(string Value) : ITextValue<ScanHash>
{
    public static ScanHash From(string value) => new(value);

    /// <summary>The first twelve digits, for people.</summary>
    public string Short => Value[..12];
    public override string ToString() => Value;
}

/// <summary>What a scan is, found in its content and never in its name. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScanForm>))]
public enum ScanForm { Pdf, Png, Jpeg, Tiff }

/// <summary>A scan of an original that was signed on paper, as it was kept.</summary>
/// <param name="Of">Whose original: each side has its own.</param>
public sealed record Scan(ScanHash Hash, ScanForm Form, long Bytes, Side Of)
{
    /// <summary>What a case keeps at most: the pages of two originals, photographed one by one, and a second try.</summary>
    public const int MostOfACase = 40;

    /// <summary>Of all scans of a case together: its evidence holds them all in one file.</summary>
    public const long MostBytesOfACase = 100L * 1024 * 1024;
}
