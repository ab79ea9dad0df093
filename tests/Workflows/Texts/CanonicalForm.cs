using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Tests.Texts;

public sealed class CanonicalForm
{
    private static readonly MouText Text = TextOf([Language.Korean, Language.French], "목적", "Coopération culturelle");

    [Fact]
    public void Is_what_it_always_was()
    {
        // The hash of every text ever agreed depends on this form: if this test fails, records can no longer be verified.
        Assert.Equal(
            "localdiplomacy-text-1\n\n=== fr\ntitle 6\nAccord\n--- 1\nheading 5\nObjet\nbody 23\nCoopération culturelle\n"
            + "\n=== ko\ntitle 12\n양해각서\n--- 1\nheading 6\n목적\nbody 6\n목적\n", CanonicalText.Of(Text));
        Assert.Equal("ab9d8fbc", CanonicalText.HashOf(Text).Value[..8]);
    }

    [Fact]
    public void Ignores_how_characters_and_line_ends_are_encoded_and_the_order_of_versions()
    {
        var same = TextOf([Language.French, Language.Korean], "목적".Normalize(System.Text.NormalizationForm.FormD), "Coope\u0301ration culturelle  \r\n");

        Assert.Equal(CanonicalText.HashOf(Text), CanonicalText.HashOf(same));
    }

    [Fact]
    public void Differs_where_a_word_moves_from_heading_to_body()
    {
        var a = new MouText([Language.English], LocalizedText.Empty, [new(In("Purpose and"), In("scope"))]);
        var b = new MouText([Language.English], LocalizedText.Empty, [new(In("Purpose"), In("and\nscope"))]);

        Assert.NotEqual(CanonicalText.HashOf(a), CanonicalText.HashOf(b));
    }

    private static LocalizedText In(string text) => LocalizedText.Of((Language.English, text));

    private static MouText TextOf(Language[] languages, string korean, string french) => new(
        languages,
        LocalizedText.Of((Language.Korean, "양해각서"), (Language.French, "Accord")),
        [new(LocalizedText.Of((Language.Korean, "목적"), (Language.French, "Objet")), LocalizedText.Of((Language.Korean, korean), (Language.French, french)))]);
}
