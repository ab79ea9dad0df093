using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.EmbassyReview;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Pages.Pieces;
using LocalDiplomacy.Pages.SignIn;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Pages.Tests;

/// <summary>Words that somebody typed stay words, wherever they are shown.</summary>
public sealed class HostileText
{
    private const string Attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    private static readonly LocalizedText attack = LocalizedText.Of((Language.Korean, Attack), (Language.English, Attack), (Language.French, Attack));

    private static readonly Particulars particulars = SampleCase.Particulars with { Title = attack, Counterparty = new(attack, "GA", attack) };

    private static readonly MouText text = new(
        [Language.Korean, Language.English, Language.French], attack, [new(attack, attack)]);

    [Fact]
    public async Task In_a_title_a_name_or_a_reason_is_no_markup()
    {
        var sample = SampleCase.UnderReview(particulars)
            .Do(new Actor.EmbassyOfficer(new("GA"), Attack), new MouCommand.RequestChanges(1, SampleTexts.HashOf(SampleTexts.First), Attack, Attack, true));
        var about = new Dictionary<string, object?> { ["Mou"] = sample.Mou, ["Office"] = SampleCase.Office, ["Mission"] = SampleCase.Mission };
        var link = new Dictionary<string, object?>(about) { ["Token"] = "t\"><script>", ["Link"] = sample.ReviewLink(1), ["Text"] = text };
        var renderer = SamplePages.Renderer();

        Holds(await renderer.RenderAsync<MouCasePage>(new Dictionary<string, object?>(about) { ["Text"] = text }, Language.French));
        Holds(await renderer.RenderAsync<HistoryPage>(new Dictionary<string, object?>(about) { ["Events"] = sample.Events }, Language.French));
        Holds(await renderer.RenderAsync<ReviewPage>(new Dictionary<string, object?>(link) { ["Over"] = true }, Language.Korean));
        Holds(await renderer.RenderAsync<ReviewPage>(new Dictionary<string, object?>(link) { ["Form"] = new DecisionFields(Attack, Attack, Attack, false, Attack) }, Language.Korean));
        Holds(await renderer.RenderAsync<SignInPage>(new Dictionary<string, object?> { ["Typed"] = Attack, ["Path"] = $"/sign-in?{Attack}" }, Language.English));
        Holds(await renderer.RenderAsync<EditTextPage>(new Dictionary<string, object?>
        {
            ["Mou"] = sample.Mou,
            ["Office"] = SampleCase.Office,
            ["Missions"] = new[] { SampleCase.Mission },
            ["Version"] = 1,
            ["Form"] = DraftFields.Of(particulars, text),
            ["Conflict"] = new DraftConflict(DraftFields.Of(SampleCase.Particulars, SampleTexts.First), 2),
        }, Language.Spanish));
    }

    [Fact]
    public async Task In_a_mail_is_no_markup()
    {
        var sample = SampleCase.UnderReview(particulars)
            .Do(new Actor.EmbassyOfficer(new("GA"), Attack), new MouCommand.DeclineReview(1, SampleTexts.HashOf(SampleTexts.First), Attack, Attack, false));
        var mail = await SampleMails.Writer().WriteAsync(new Workflows.Mail.MailLetter.AboutCase(
            Workflows.Mail.MailKind.OfficeToldOfDecision, Language.Korean, Attack, sample.Mou, sample.Events[^1], SampleCase.Office, SampleCase.Mission, new("https://mou.example/office")));

        Holds(mail.Html);
        Assert.Contains(Attack, mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;")]
    [InlineData("[here](javascript:alert(1))", "here")]
    [InlineData("![seal](https://elsewhere.example/seal.png)", "seal")]
    [InlineData("<javascript:alert(1)>", "javascript:alert(1)")]
    [InlineData("a <b onclick=alert(1)>b</b>", "&lt;b onclick")]
    public void In_Markdown_is_no_markup(string markdown, string shown)
    {
        var html = SafeMarkdown.ToHtml(markdown).Value;

        Assert.Contains(shown, html, StringComparison.Ordinal);
        Assert.Empty(new HtmlParser().ParseDocument(html).QuerySelectorAll("script, img, a, b, [onclick]"));
    }

    [Theory]
    [InlineData('>')]
    [InlineData('[')]
    [InlineData('*')]
    [InlineData('_')]
    [InlineData('(')]
    [InlineData('`')]
    [InlineData('!')]
    [InlineData('&')]
    public void Markdown_of_ten_thousand_of_a_kind_is_shown_in_some_way(char mark)
    {
        foreach (var markdown in new[] { new string(mark, 10_000) + " a", string.Concat(Enumerable.Repeat($"{mark} ", 10_000)) + "a", string.Concat(Enumerable.Repeat($"{mark}[", 5_000)) + "a" })
            Assert.Contains("deep", new HtmlParser().ParseDocument(SafeMarkdown.ToHtml(markdown + "\n\ndeep").Value).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a &#x202e;b", "a &#x202e;b")]
    [InlineData("a &#0; b", "a &#0; b")]
    [InlineData("a &#xE000; b", "a &#xE000; b")]
    [InlineData("&#44032; &eacute;", "가 é")]
    public void A_character_by_its_number_is_one_that_could_be_typed_or_stays_a_number(string markdown, string shown) =>
        Assert.Equal(shown, new HtmlParser().ParseDocument(SafeMarkdown.ToHtml(markdown).Value).Body!.TextContent.Trim());

    [Fact]
    public void Markdown_keeps_what_is_harmless()
    {
        var html = SafeMarkdown.ToHtml("# Purpose\n\n**bold** and [the law](https://law.example/art3)\n\n- one").Value;

        Assert.Contains("<h4>Purpose</h4>", html, StringComparison.Ordinal);
        Assert.Contains("<strong>bold</strong>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://law.example/art3\">the law</a>", html, StringComparison.Ordinal);
        Assert.Contains("<li>one</li>", html, StringComparison.Ordinal);
    }

    private static void Holds(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        Assert.Empty(page.QuerySelectorAll("script:not([src^='/script.js']), img, [onerror]"));
        Assert.Contains("alert(1)", page.Body!.TextContent + string.Join(' ', page.QuerySelectorAll("input").Select(i => i.GetAttribute("value"))), StringComparison.Ordinal);
    }
}
