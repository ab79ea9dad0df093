using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace LocalDiplomacy.Pages.Tests.OfficePortal;

/// <summary>What the draft form shows, it sends back.</summary>
public sealed class DraftFormFields
{
    private static readonly DraftForm form = DraftFields.Of(SampleCase.Particulars, SampleTexts.Second);

    [Fact]
    public async Task Come_back_as_they_were_shown()
    {
        var sent = DraftFields.Read(await PostedAsync(form));

        Assert.Equal(form.Kind, sent.Kind);
        Assert.Equal(form.Title, sent.Title);
        Assert.Equal(form.Counterparty!.Name, sent.Counterparty!.Name);
        Assert.Equal("GA", sent.Counterparty.Country);
        Assert.Equal(form.Mission, sent.Mission);
        Assert.Equal(form.Fields, sent.Fields);
        Assert.Equal(form.Languages, sent.Languages);
        Assert.Null(sent.PrevailingLanguage);
        Assert.Null(sent.Term);
        Assert.Equal(3, sent.Clauses!.Count);
        Assert.Equal(form.Clauses![1].Body!["fr"], sent.Clauses[1].Body!["fr"].ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Come_back_with_the_term_as_it_was_shown()
    {
        var term = new TermForm("2027-01-01", 60, "2031-12-31", new(24, 6));

        Assert.Equal(term, DraftFields.Read(await PostedAsync(form with { Term = term })).Term);
    }

    [Fact]
    public void Name_no_number_of_months_that_is_none() =>
        Assert.Equal(-1, DraftFields.Read(new FormCollection(new Dictionary<string, StringValues> { ["term.months"] = "five" })).Term!.Months);

    [Fact]
    public async Task Carry_the_version_and_a_key()
    {
        var posted = await PostedAsync(form);

        Assert.Equal("7", posted["version"]);
        Assert.NotEmpty(posted["key"].ToString());
    }

    [Theory]
    [InlineData("add-clause", "목적|활동|효력|")]
    [InlineData("remove-clause-1", "목적|효력")]
    [InlineData("up-1", "활동|목적|효력")]
    [InlineData("down-1", "목적|효력|활동")]
    [InlineData("up-0", "목적|활동|효력")]
    [InlineData("down-2", "목적|활동|효력")]
    [InlineData("remove-clause-9", "목적|활동|효력")]
    [InlineData("remove-clause-x", "목적|활동|효력")]
    [InlineData("save", "목적|활동|효력")]
    [InlineData("languages", "목적|활동|효력")]
    public void Follow_the_buttons(string action, string headings) =>
        Assert.Equal(headings, string.Join('|', DraftFields.Edited(form, action).Clauses!.Select(clause => clause.Heading!.GetValueOrDefault("ko", ""))));

    [Fact]
    public void Close_the_gaps_between_clauses()
    {
        var sent = DraftFields.Read(new FormCollection(new Dictionary<string, StringValues>
        {
            ["clause[5].heading.ko"] = "다섯",
            ["clause[2].heading.ko"] = "둘",
            ["clause[oops].heading.ko"] = "?",
            ["clause["] = "?",
        }));

        Assert.Equal(["둘", "다섯"], sent.Clauses!.Select(clause => clause.Heading!["ko"]));
    }

    [Fact]
    public async Task Show_both_drafts_where_somebody_saved_in_between()
    {
        var html = await SamplePages.All["edit-conflict"].WriteAsync(SamplePages.Renderer(), Language.English);
        var page = new HtmlParser().ParseDocument(html);

        Assert.Contains("an annual visit of delegations", page.QuerySelector(".conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("every two years, in turn", page.QuerySelector("textarea[name='clause[1].body.en']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", page.QuerySelector("input[name=version]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Keep_what_was_written_in_a_language_that_is_not_chosen_any_more()
    {
        var unticked = form with { Languages = ["ko", "en"] };
        var sent = DraftFields.Read(await PostedAsync(unticked));

        Assert.Equal(["ko", "en"], sent.Languages);
        Assert.Equal(form.Title!["fr"], sent.Title!["fr"]);
        Assert.Equal(form.Clauses![2].Body!["fr"], sent.Clauses![2].Body!["fr"].ReplaceLineEndings("\n"));
        Assert.Equal(form.Counterparty!.Name!["fr"], sent.Counterparty!.Name!["fr"]);
        Assert.Equal(["ko", "en", "fr"], DraftFields.Edited(sent, "language-back-fr").Languages);
    }

    [Fact]
    public void Lose_a_languages_words_where_somebody_says_so_and_not_the_partners_name()
    {
        var dropped = DraftFields.Edited(form with { Languages = ["ko", "en"] }, "language-drop-fr");

        Assert.DoesNotContain("fr", dropped.Title!.Keys);
        Assert.All(dropped.Clauses!, clause => Assert.DoesNotContain("fr", clause.Heading!.Keys.Concat(clause.Body!.Keys)));
        Assert.Equal(form.Clauses![0].Body!["en"], dropped.Clauses![0].Body!["en"]);
        Assert.Equal(form.Counterparty!.Name, dropped.Counterparty!.Name);
    }

    [Fact]
    public async Task Say_which_language_is_left_over_with_a_way_back()
    {
        var html = await SamplePages.Renderer().RenderAsync<NewMouPage>(new Dictionary<string, object?>
        {
            ["Office"] = SampleCase.Office,
            ["Missions"] = new[] { SampleCase.Mission },
            ["Form"] = form with { Languages = ["ko", "en"] },
            ["Problems"] = new[] { new FieldProblem("title.fr", FieldFault.NotInLanguages), new FieldProblem("clauses[0].body.fr", FieldFault.NotInLanguages) },
        }, Language.English);
        var page = new HtmlParser().ParseDocument(html);

        Assert.Contains("Words in French are left in 7 places", page.QuerySelector("fieldset .notice")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("button[value='language-back-fr']"));
        Assert.Single(page.QuerySelectorAll("[aria-labelledby=problems] li"));
    }

    private static async Task<IFormCollection> PostedAsync(DraftForm shown)
    {
        var html = await SamplePages.Renderer().RenderAsync<EditTextPage>(new Dictionary<string, object?>
        {
            ["Mou"] = SampleCase.Drafted().Mou,
            ["Office"] = SampleCase.Office,
            ["Missions"] = new[] { SampleCase.Mission },
            ["Form"] = shown,
            ["Version"] = 7,
        }, Language.Korean);
        var fields = new HtmlParser().ParseDocument(html).Forms.Single(f => f.ClassList.Contains("draft")).Elements.SelectMany(Sent);
        return new FormCollection(fields.GroupBy(f => f.Name).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Value)])));
    }

    private static IEnumerable<(string Name, string Value)> Sent(IHtmlElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox", IsChecked: false } => [],
        IHtmlInputElement input => [(input.Name!, input.Value)],
        IHtmlTextAreaElement area => [(area.Name!, area.Value.ReplaceLineEndings("\r\n"))],
        IHtmlSelectElement select => select.Options.Where(o => o.IsSelected).Select(o => (select.Name!, o.Value)),
        _ => [],
    };
}
