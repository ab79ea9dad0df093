using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Templates;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Screening;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Tests.Templates;

/// <summary>The templates of data/templates.</summary>
public sealed class TextsToBeginWith
{
    private static readonly Dictionary<string, LocalizedText> Values = Place.All.ToDictionary(place => place, place => LocalizedText.Of((Language.English, $"‹{place}›")));

    public static TheoryData<MouKind> Kinds() => [.. Enum.GetValues<MouKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public void Say_the_same_in_every_language(MouKind kind)
    {
        var text = TemplateFiles.For(kind).Text;
        Assert.All(text.Clauses.SelectMany(clause => new[] { clause.Heading, clause.Body }).Append(text.Title), passage =>
        {
            Assert.Equal(Language.OfPages.Order(ByCode), passage.ByLanguage.Keys.Order(ByCode));
            Assert.Single(passage.ByLanguage.Values.Select(words => string.Join(' ', Place.In(words).Order(StringComparer.Ordinal))).Distinct());
            Assert.All(passage.ByLanguage.Values, words => Assert.Subset(Place.All.ToHashSet(), Place.In(words).ToHashSet()));
            Assert.DoesNotContain("", passage.ByLanguage.Values);
        });
        Assert.Equal(4, text.Title.ByLanguage.Values.Distinct().Count());
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Stand_up_to_screening(MouKind kind)
    {
        var text = TemplateFiles.For(kind).Filled(Language.OfPages, Values);
        Assert.Empty(Drafts.Screened(text, particulars: Sample.Friendship with { Kind = kind }));
    }

    [Fact]
    public void Are_filled_in_where_they_have_places()
    {
        var text = TemplateFiles.For(MouKind.Sisterhood).Filled([Language.Korean, Language.French], Values);
        Assert.Equal([Language.Korean, Language.French], text.Languages);
        Assert.Contains("대한민국 ‹office›", text.Clauses[0].Body.ByLanguage[Language.Korean], StringComparison.Ordinal);
        Assert.DoesNotContain('{', CanonicalText.Of(text));
        Assert.DoesNotContain(Language.English, text.Title.ByLanguage.Keys);
    }

    [Fact]
    public void Leave_out_what_has_no_value()
    {
        var without = Values.Where(value => value.Key != Place.Prevailing).ToDictionary();
        var languages = TemplateFiles.For(MouKind.Sisterhood).Filled([Language.English], without).Clauses[^1].Body.ByLanguage[Language.English];
        Assert.Equal("Two originals are signed, each in these languages: ‹languages›. All versions are equally authentic.", languages);
    }

    [Fact]
    public void Leave_other_languages_to_the_office() =>
        Assert.Equal("", TemplateFiles.For(MouKind.Field).Filled([new("vi")], Values).Title.ByLanguage[new("vi")]);

    private static readonly Comparer<Language> ByCode = Comparer<Language>.Create((a, b) => string.CompareOrdinal(a.Code, b.Code));
}
