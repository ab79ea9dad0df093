using System.Text.RegularExpressions;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Tests.Wording;

/// <summary>The tone of a public office in each language, as far as a program can hear it: in the words of pages, mails and problems.</summary>
public sealed partial class AsAnOfficeWrites
{
    /// <summary>The templates are texts of agreements, which Korean writes in the plain style.</summary>
    private static IEnumerable<WordInFile> Said(string language) => WordFiles.In(language).Where(word => word.Area != "templates");

    [Fact]
    public void In_Korean_sentences_are_in_the_formal_polite_style() =>
        NothingIn("ko", sentence => CasualPolite().IsMatch(sentence) || Plain().IsMatch(sentence) || Honorific().IsMatch(sentence));

    [Fact]
    public void In_French_readers_are_vous_and_in_Spanish_usted()
    {
        NothingIn("fr", FrenchFamiliar().IsMatch);
        NothingIn("es", SpanishFamiliar().IsMatch);
    }

    [Fact]
    public void In_French_no_line_begins_with_a_sign() => Assert.DoesNotContain(Said("fr"), word => LooseSign().IsMatch(Spacing.Of(word.Words, Language.French)));

    [Fact]
    public void Signs_that_need_a_space_before_them_have_one() => Assert.DoesNotContain(Said("fr"), word => SignWithoutSpace().IsMatch(word.Words));

    [Fact]
    public void Words_are_written_with_plain_blanks() => Assert.DoesNotContain(WordFiles.All, word => NoPlainBlank().IsMatch(word.Words));

    [Fact]
    public void Thousands_and_abbreviations_stay_together()
    {
        Assert.Equal("jusqu’à 200\u202f000 caractères\u202f; «\u202fn°\u202f3\u202f»\u202f?", Spacing.Of("jusqu’à 200 000 caractères ; « n° 3 » ?", Language.French));
        Assert.Equal("hasta 1\u202f000\u202f000, n.º\u202f{0}: 10 5 1", Spacing.Of("hasta 1 000 000, n.º {0}: 10 5 1", Language.Spanish));
        Assert.Equal("up to 200 000 : no. 3", Spacing.Of("up to 200 000 : no. 3", Language.English));
    }

    [Fact]
    public void Apostrophes_and_quotation_marks_are_the_languages_own()
    {
        Assert.DoesNotContain(Said("fr"), word => StraightSign().IsMatch(word.Words) || word.Words.Contains('“', StringComparison.Ordinal));
        Assert.DoesNotContain(Said("es"), word => StraightSign().IsMatch(word.Words) || word.Words.Contains('“', StringComparison.Ordinal));
        Assert.DoesNotContain(Said("ko"), word => StraightSign().IsMatch(word.Words) || word.Words.Contains('«', StringComparison.Ordinal));
    }

    [Fact]
    public void Spanish_questions_and_quotations_are_opened_too() => NothingIn("es", sentence =>
        sentence.Contains('?', StringComparison.Ordinal) != sentence.Contains('¿', StringComparison.Ordinal)
        || sentence.Count(sign => sign == '«') != sentence.Count(sign => sign == '»'));

    [Fact]
    public void Nobody_shouts() => Assert.DoesNotContain(WordFiles.All, word => word.Words.Contains('!', StringComparison.Ordinal) || word.Words.Contains('¡', StringComparison.Ordinal));

    /// <summary>"{0}을" is right for every second name: the place itself asks for the particle, "{0:을/를}".</summary>
    [Fact]
    public void In_Korean_no_bare_particle_follows_a_name() => Assert.DoesNotContain(WordFiles.In("ko"), word => BareParticle().IsMatch(word.Words));

    [Fact]
    public void In_Korean_particles_agree_with_the_word_in_front() => Assert.DoesNotContain(WordFiles.In("ko"), word =>
        Object().Matches(word.Words).Any(match => IsClosed(match.Groups["before"].ValueSpan[0]) == match.Groups["particle"].Value is "를" or "와"));

    private static void NothingIn(string language, Func<string, bool> isWrong) => Assert.DoesNotContain(Said(language), word => SentenceEnd().Split(word.Words).Any(isWrong));

    private static bool IsClosed(char syllable) => (syllable - '가') % 28 != 0;

    [GeneratedRegex(@"(?<=[.?])\s+")]
    private static partial Regex SentenceEnd();

    /// <summary>해요체: but 필요, 개요, 소요, 주요, 수요 and 중요 are words of their own.</summary>
    [GeneratedRegex(@"(?<![필개소주수중])요[.?!]?$")]
    private static partial Regex CasualPolite();

    /// <summary>해라체. What ends in 니다 is formal.</summary>
    [GeneratedRegex(@"(?<!니)다\.$|[가-힣](해라|하라|느냐|는가)[.?]$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"(주세요|하세요|마세요|까요|했습니다)")]
    private static partial Regex Honorific();

    [GeneratedRegex(@"\b(tu|te|toi|ton|ta|tes|peux|veux|dois|as-tu)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FrenchFamiliar();

    [GeneratedRegex(@"\b(tú|tu|tus|te|ti|contigo|puedes|debes|quieres|tienes|haz|vosotros)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SpanishFamiliar();

    [GeneratedRegex("« | [:;?!»%€]")]
    private static partial Regex LooseSign();

    /// <summary>Times of day, addresses and formats have their colons close.</summary>
    [GeneratedRegex(@"[\p{L}»)}](?<!Authorization)[:;?](\s|$)|«\S|\S»")]
    private static partial Regex SignWithoutSpace();

    [GeneratedRegex("[\u00a0\u202f\u2009\u200b]|  ")]
    private static partial Regex NoPlainBlank();

    [GeneratedRegex(@"['""]")]
    private static partial Regex StraightSign();

    [GeneratedRegex(@"\{\d+\}[)’”'」]*(이|가|을|를|은|는|과|와|으로|로|\(으\)로|이\(가\)|을\(를\)|이나|나|라|이라)(?![가-힣])")]
    private static partial Regex BareParticle();

    [GeneratedRegex(@"(?<before>[가-힣])(?<particle>을|를|와)(?=[\s.,)(]|$)")]
    private static partial Regex Object();
}
