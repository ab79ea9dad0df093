using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.Administration.Settings;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Tests.Administration;

/// <summary>The settings as a secretary reads them, and the forms on which they are changed.</summary>
public sealed class SettingsInWords
{
    public static TheoryData<string, string> Read()
    {
        var data = new TheoryData<string, string>();
        foreach (var name in new[] { "settings", "settings-kind-problems", "settings-rules-problems" })
            foreach (var language in Language.OfPages)
                data.Add(name, language.Code);
        return data;
    }

    [Theory, MemberData(nameof(Read))]
    public async Task Are_as_approved(string name, string language)
    {
        var html = await SamplePages.All[name].WriteAsync(SamplePages.Renderer(), new Language(language));
        var main = new HtmlParser().ParseDocument(html).QuerySelector("main")!;

        Approved.Matches($"{name}.{language}.txt", PlainText.Of(main));
    }

    [Theory]
    [InlineData(MouKind.Sisterhood)]
    [InlineData(MouKind.Variation)]
    public void A_form_that_is_sent_as_it_came_changes_nothing(MouKind kind)
    {
        foreach (var settings in new[] { AssociationSettings.Default.Of(kind), AssociationSettings.StepsOff.Of(kind) })
            Assert.Equal(SettingsWords.LinesOf(settings, Language.English), SettingsWords.LinesOf(KindFields.Of(settings).Read(kind), Language.English));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two weeks")]
    [InlineData("-3")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    public void What_is_no_number_is_none_that_could_be_meant(string typed)
    {
        var fields = KindFields.Of(AssociationSettings.Default.Of(MouKind.Friendship));

        var read = (fields with { Said = new Dictionary<string, string>(fields.Said) { ["times.reviewDays"] = typed } }).Read(MouKind.Friendship);

        Assert.Equal(-1, read.Times.ReviewDays);
    }
}
