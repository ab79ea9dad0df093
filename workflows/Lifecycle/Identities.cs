using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>One MOU: the partition key of everything that is recorded of it, and its orchestration's instance id.</summary>
[JsonConverter(typeof(TextValueConverter<MouId>))]
public readonly record struct MouId(string Value) : ITextValue<MouId>
{
    public static MouId From(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>
/// A local government: the first level's two-digit code, and for the second level a hyphen and the Korean name
/// ("47", "47-안동시"). Names alone are no key: 중구 occurs five times.
/// </summary>
[JsonConverter(typeof(TextValueConverter<LocalGovernmentId>))]
public readonly record struct LocalGovernmentId(string Value) : ITextValue<LocalGovernmentId>
{
    public static LocalGovernmentId From(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>A diplomatic mission in Seoul, by the two-letter code of what sends it ("GA", "DO", "EU").</summary>
[JsonConverter(typeof(TextValueConverter<MissionId>))]
public readonly record struct MissionId(string Value) : ITextValue<MissionId>
{
    public static MissionId From(string value) => new(value);
    public override string ToString() => Value;
}

/// <summary>The SHA-256 of a canonical text, 64 lower-case hexadecimal digits: the identity of what is decided on.</summary>
[JsonConverter(typeof(TextValueConverter<TextHash>))]
public readonly record struct TextHash(string Value) : ITextValue<TextHash>
{
    public static TextHash From(string value) => new(value);

    /// <summary>The first twelve digits, for people.</summary>
    public string Short => Value[..12];
    public override string ToString() => Value;
}

/// <summary>An address for mail, as its owner wrote it; compared without regard to case. Never logged.</summary>
[JsonConverter(typeof(TextValueConverter<EmailAddress>))]
public readonly record struct EmailAddress(string Value) : ITextValue<EmailAddress>
{
    public static EmailAddress From(string value) => new(value.Trim());
    public bool Equals(EmailAddress other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value ?? "");

    /// <summary>For pages and mails that must not give the address away: "g•••@embassy.example".</summary>
    public string Masked => Value.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{Value[..1]}•••{Value[at..]}" : "•••";

    /// <summary>Masked, so that an interpolated log line gives nothing away.</summary>
    public override string ToString() => Masked;
}

/// <summary>A language by its ISO 639-1 code.</summary>
[JsonConverter(typeof(TextValueConverter<Language>))]
public readonly record struct Language(string Code) : ITextValue<Language>
{
    public static readonly Language Korean = new("ko");
    public static readonly Language English = new("en");
    public static readonly Language French = new("fr");
    public static readonly Language Spanish = new("es");

    /// <summary>The languages of pages and mails. Texts may be in others too.</summary>
    public static readonly IReadOnlyList<Language> OfPages = [Korean, English, French, Spanish];

    string ITextValue<Language>.Value => Code;
    public static Language From(string value) => new(value);
    public override string ToString() => Code;
}

/// <summary>A value that is one string in JSON and a type of its own in code.</summary>
public interface ITextValue<TSelf> where TSelf : struct, ITextValue<TSelf>
{
    string Value { get; }
    static abstract TSelf From(string value);
}

/// <summary>Writes an <see cref="ITextValue{TSelf}"/> as its string, as a value and as a dictionary's key.</summary>
public sealed class TextValueConverter<T> : JsonConverter<T> where T : struct, ITextValue<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.From(reader.GetString() ?? throw new JsonException($"A {typeof(T).Name} cannot be null."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.From(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
