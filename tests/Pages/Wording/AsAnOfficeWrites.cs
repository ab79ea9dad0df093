using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Tests.Wording;

/// <summary>The tone of a public office in each language, as far as a program can hear it.</summary>
public sealed partial class AsAnOfficeWrites
{
    private static readonly Assembly pages = typeof(Words).Assembly;

    private static readonly string[] areas =
        [.. pages.GetManifestResourceNames().Where(name => name.EndsWith(".resources", StringComparison.Ordinal)).Select(name => name.Split('.')[^2])];

    public static TheoryData<string> Areas() => [.. areas];

    [Theory, MemberData(nameof(Areas))]
    public void In_Korean_sentences_are_in_the_formal_polite_style(string area)
    {
        foreach (var (key, sentence) in Sentences(area, "ko"))
        {
            Assert.False(CasualPolite().IsMatch(sentence), $"{area}.{key} is in the casual polite style: {sentence}");
            Assert.False(Plain().IsMatch(sentence), $"{area}.{key} is in the plain style: {sentence}");
            Assert.False(Honorific().IsMatch(sentence), $"{area}.{key} asks in the casual style: {sentence}");
        }
    }

    [Theory, MemberData(nameof(Areas))]
    public void In_French_readers_are_vous_and_in_Spanish_usted(string area)
    {
        Assert.All(Sentences(area, "fr"), said => Assert.False(FrenchFamiliar().IsMatch(said.Sentence), $"{area}.{said.Key}: {said.Sentence}"));
        Assert.All(Sentences(area, "es"), said => Assert.False(SpanishFamiliar().IsMatch(said.Sentence), $"{area}.{said.Key}: {said.Sentence}"));
    }

    [Theory, MemberData(nameof(Areas))]
    public void In_French_no_line_begins_with_a_sign(string area) => Assert.All(Keys(area), key =>
    {
        var words = Words.Find(Language.French, $"{area}.{key}")!;
        Assert.False(LooseSign().IsMatch(words), $"{area}.{key}: {words}");
    });

    [Theory, MemberData(nameof(Areas))]
    public void Spanish_questions_and_quotations_are_opened_too(string area) => Assert.All(Sentences(area, "es"), said =>
    {
        Assert.Equal(said.Sentence.Contains('?', StringComparison.Ordinal), said.Sentence.Contains('¿', StringComparison.Ordinal));
        Assert.Equal(said.Sentence.Count(sign => sign == '«'), said.Sentence.Count(sign => sign == '»'));
    });

    private static IEnumerable<string> Keys(string area) => Set(area, "").Select(entry => (string)entry.Key);

    private static IEnumerable<(string Key, string Sentence)> Sentences(string area, string language) =>
        from entry in Set(area, language)
        from sentence in SentenceEnd().Split((string)entry.Value!)
        select ((string)entry.Key, sentence);

    private static IEnumerable<System.Collections.DictionaryEntry> Set(string area, string language) =>
        new ResourceManager($"LocalDiplomacy.Pages.Wording.{area}", pages)
            .GetResourceSet(language.Length == 0 ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>();

    [GeneratedRegex(@"(?<=[.?])\s+")]
    private static partial Regex SentenceEnd();

    /// <summary>해요체: but 필요, 개요, 소요, 주요, 수요 and 중요 are words of their own.</summary>
    [GeneratedRegex(@"(?<![필개소주수중])요[.?!]?$")]
    private static partial Regex CasualPolite();

    /// <summary>해라체. What ends in 니다 is formal.</summary>
    [GeneratedRegex(@"(?<!니)다\.$|[가-힣](해라|하라|느냐|는가)[.?]$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"(주세요|하세요|마세요|까요)")]
    private static partial Regex Honorific();

    [GeneratedRegex(@"\b(tu|te|toi|ton|ta|tes|peux|veux|dois|as-tu)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FrenchFamiliar();

    [GeneratedRegex(@"\b(tú|tu|tus|te|ti|contigo|puedes|debes|quieres|tienes|haz|vosotros)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SpanishFamiliar();

    [GeneratedRegex("« | [:;?!»]")]
    private static partial Regex LooseSign();
}
