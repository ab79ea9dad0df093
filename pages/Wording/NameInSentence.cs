using System.Globalization;

namespace LocalDiplomacy.Pages.Wording;

/// <summary>
/// A name that takes the particle, article or contraction its sentence asks for:
/// Korean {0:이/가} {0:을/를} {0:은/는} {0:과/와} {0:으로/로}, English {0:the}, French {0:le} {0:à} {0:de}, Spanish {0:el} {0:a} {0:de el}.
/// </summary>
internal sealed record NameInSentence(string Name) : IFormattable
{
    public override string ToString() => Name;

    public string ToString(string? format, IFormatProvider? formatProvider) => format switch
    {
        null or "" => Name,
        _ when format.Contains('/', StringComparison.Ordinal) => KoreanParticle.After(Name, format),
        "the" => EnglishArticle.Before(Name),
        "le" or "à" or "de" => FrenchArticle.Before(Name, format),
        "el" or "a el" or "de el" => SpanishArticle.Before(Name, format),
        _ => throw new FormatException($"A name cannot be said as '{format}'."),
    };

    internal static bool BeginsWith(string name, params string[] words) =>
        words.Any(word => name.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase)
            || name.Equals(word, StringComparison.OrdinalIgnoreCase)
            || (word.EndsWith('’') && name.StartsWith(word, true, CultureInfo.InvariantCulture)));
}
