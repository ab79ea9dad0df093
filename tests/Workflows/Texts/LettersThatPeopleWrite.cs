using System.Globalization;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Tests.Texts;

public sealed class LettersThatPeopleWrite
{
    [Theory]
    [InlineData("양해각서 Mémorandum Thỏa thuận Өө № ₩ “quoted” — – … 陕西省 ソウル")]
    [InlineData("กรุงเทพ العربية עברית हिन्दी ქართული 👍🏽 🇰🇷")]
    [InlineData("tabs\tand\r\nlines")]
    [InlineData("\u1112\u1161\u11ab ệ\u0301 a\u200db")]
    [InlineData("")]
    public void Of_any_script_are_wanted(string words) => Assert.True(Letters.AreWanted(words));

    [Theory]
    [InlineData("\ud800")]
    [InlineData("\udc00a")]
    [InlineData("a\ud83d")]
    [InlineData("\u202d")]
    [InlineData("\u2067")]
    [InlineData("\ufffe")]
    [InlineData("\u0000")]
    [InlineData("\u009f")]
    [InlineData("\uf8ff")]
    [InlineData("o\u0308\u0308\u0308\u0308\u0308\u0308\u0308")]
    public void That_nobody_sees_or_that_mean_nothing_are_not(string words) => Assert.False(Letters.AreWanted(words));

    [Fact]
    public void That_say_nothing_are_dropped() => Assert.Equal("youth exchange", Letters.WithoutUnseen("\ufeffyou\u00adth\u200b \u2060exchange"));

    /// <summary>Every character that there is, one by one: what is wanted is the same as what can be stored and read back.</summary>
    [Fact]
    public void No_character_is_wanted_that_is_another_after_it_was_stored()
    {
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            if (value is >= 0xD800 and <= 0xDFFF) continue;
            var words = $"a{char.ConvertFromUtf32(value)}b";
            if (!Letters.AreWanted(words)) continue;
            var kept = CanonicalText.Passage(Letters.WithoutUnseen(words));
            Assert.True(Letters.AreWanted(kept) && CanonicalText.Passage(kept) == kept, $"U+{value:X4}");
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ko-KR")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    [InlineData("th-TH")]
    [InlineData("")]
    public void A_text_has_one_hash_whatever_the_machines_culture_is(string culture)
    {
        var text = new MouText([new("tr"), Language.Korean, new("vi")], In("İstanbul ILI ıi", "제목", "Tiêu đề"), [.. Enumerable.Range(1, 12).Select(i => new Clause(In($"I{i}", $"가{i}", $"Đ{i}"), In("İI\u0307i ß Σς", "한국어\u200a", "ệ")))]);
        var (before, expected) = (CultureInfo.CurrentCulture, (CanonicalText.HashOf(text), CanonicalText.Of(text)));
        try
        {
            CultureInfo.CurrentCulture = new(culture);
            Assert.Equal(expected, (CanonicalText.HashOf(text), CanonicalText.Of(text)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static LocalizedText In(string turkish, string korean, string vietnamese) =>
        LocalizedText.Of((new("tr"), turkish), (Language.Korean, korean), (new("vi"), vietnamese));
}
