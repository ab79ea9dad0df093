using System.Globalization;
using LocalDiplomacy.Documents.Tests.Samples;
using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Documents.Tests;

public sealed class WhatIsRefused
{
    private static readonly DocumentWriter Writer = Writers.Plain;

    [Theory]
    [InlineData("กรุงเทพ", 'ก')]
    [InlineData("العربية", 'ا')]
    [InlineData("שלום", 'ש')]
    [InlineData("a\u0007b", '\u0007')]
    [InlineData("a\uffffb", '\uffff')]
    public void A_letter_that_no_font_has_is_named_with_the_clause_it_stands_in(string letters, char missing)
    {
        var text = Text(body: letters);

        var refused = Assert.Throws<UnprintableTextException>(() => Writer.Write(SampleDocuments.Of(text)));

        Assert.Equal((missing, "clauses[1].body.en"), ((char)refused.Character.Value, refused.Field));
        Assert.StartsWith("No font has U+", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Screening_is_told_of_every_letter_before_with_its_place()
    {
        var text = Text(title: "ไทย", heading: "🇰🇷 flag", body: "plain &#x0E01; by its number\n\n1. ꯍ in a list");

        var missing = Writer.Missing(text);

        Assert.Equal([(null, "en"), (2, "en")], missing.Select(one => (one.Clause, one.Version!.Value.Code)));
        Assert.Equal("ไ (U+0E44), ท (U+0E17), ย (U+0E22) – ไทย", missing[0].ToString());
        Assert.Equal("🇰 (U+1F1F0), 🇷 (U+1F1F7), ก (U+0E01), ꯍ (U+ABCD)", missing[1].ToString());
        Assert.Empty(Writer.Missing(SampleDocuments.Text));
        Assert.Empty(Writer.Missing("Eugène 陈晓东 이철우\t\n"));
    }

    [Fact]
    public void What_screening_finds_nothing_in_is_printed_and_what_it_finds_something_in_is_not()
    {
        string[] bodies = ["a", "&#8203;", "𠮷野家", "**Ω**", "`код`", "<b>가</b>", "[가](https://a.example/%E0)", "![กา](x)", "漢字と한글", "\u2003x", "①②", "ﬁ", "½ ‰ ₩"];

        foreach (var body in bodies)
            if (Writer.Missing(Text(body: body)).Count == 0) Assert.NotEmpty(Writer.Write(SampleDocuments.Of(Text(body: body))));
            else Assert.Throws<UnprintableTextException>(() => Writer.Write(SampleDocuments.Of(Text(body: body))));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ko-KR")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    [InlineData("")]
    public void The_same_bytes_come_out_wherever_it_is_written(string culture)
    {
        var (before, original, record) = (CultureInfo.CurrentCulture, SampleDocuments.Signed(Side.Counterparty), SampleDocuments.Record(Language.Korean));
        var expected = (Convert.ToHexString(Writer.Write(original)), Convert.ToHexString(Writer.Write(record)));
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (new(culture), new(culture));
            Assert.Equal(expected, (Convert.ToHexString(Writer.Write(original)), Convert.ToHexString(Writer.Write(record))));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, before);
        }
    }

    [Fact]
    public void So_is_one_in_a_title_a_heading_or_a_name()
    {
        Assert.Equal("title.en", Refused(SampleDocuments.Of(Text(title: "กรุงเทพ"))).Field);
        Assert.Equal("clauses[1].heading.en", Refused(SampleDocuments.Of(Text(heading: "🇰🇷"))).Field);
        var original = SampleDocuments.Signed(Side.LocalGovernment);
        var stage = (Stage.InEffect)original.Mou.Stage;
        var unprintable = stage.Instrument with { Counterparty = stage.Instrument.Counterparty with { Name = "سمير" } };
        Assert.Equal("signers", Refused(original with { Mou = original.Mou with { Stage = stage with { Instrument = unprintable } } }).Field);
    }

    [Fact]
    public void The_lonely_half_of_a_letter_is_refused_too() =>
        Assert.Equal("clauses[1].body.en", Refused(SampleDocuments.Of(Text()) with { Text = Text(body: "a\ud83cb") }).Field);

    [Fact]
    public void Markdown_nested_without_end_is_set_all_the_same() =>
        Assert.NotEmpty(Writer.Write(SampleDocuments.Of(Text(body: new string('>', 10_000) + " deep"))));

    private static UnprintableTextException Refused(TextOriginal original) => Assert.Throws<UnprintableTextException>(() => Writer.Write(original));

    private static MouText Text(string title = "Title", string heading = "Heading", string body = "Body") => new(
        [Language.Korean, Language.English], Both("제목", title), [new(Both("목적", "Purpose"), Both("본문", "Body")), new(Both("비용", heading), Both("본문", body))]);

    private static LocalizedText Both(string korean, string english) => LocalizedText.Of((Language.Korean, korean), (Language.English, english));
}
