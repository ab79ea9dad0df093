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
    [InlineData("慶尙北道", '慶')]
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
