using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Tests.EmbassyReview;

/// <summary>What a second secretary finds on the page, top to bottom.</summary>
public sealed class ReviewOnAPhone
{
    [Theory]
    [InlineData("en", "Gyeongsangbuk-do asks the Embassy of Gabon to review a memorandum of understanding with the City of Libreville.")]
    [InlineData("ko", "경상북도가 주한 가봉 대사관에 리브르빌시와의 양해각서 검토를 요청합니다.")]
    [InlineData("fr", "Gyeongsangbuk-do demande à l’Ambassade du Gabon d’examiner un mémorandum d’entente avec la Ville de Libreville.")]
    [InlineData("es", "Gyeongsangbuk-do pide a la Embajada de Gabón que revise un memorando de entendimiento con City of Libreville.")]
    public async Task Sender_and_matter_stand_in_one_sentence(string language, string sentence) =>
        Assert.Equal(sentence, (await PageAsync("review-2", language)).QuerySelector("h1")!.TextContent);

    [Fact]
    public async Task The_deadline_what_changed_the_text_and_the_answer_follow()
    {
        var words = (await PageAsync("review-2", "en")).QuerySelector("main")!.TextContent;
        int At(string part) => words.IndexOf(part, StringComparison.Ordinal) is >= 0 and var at ? at : throw new InvalidOperationException($"no '{part}'");

        int[] order = [At("24:00 in Seoul (16:00 in Libreville)"), At("working days left"), At("1 clause changed"), At("Clause 1"), At("Your answer"), At("Send the answer")];
        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public async Task The_readers_language_stands_first() =>
        Assert.Equal(["fr", "ko", "en"], (await PageAsync("review-1", "fr")).QuerySelectorAll(".titles [lang]").Select(e => e.GetAttribute("lang")));

    [Fact]
    public async Task Differences_are_marked_by_word_and_for_screen_readers()
    {
        var page = await PageAsync("review-2", "en");

        Assert.Contains(page.QuerySelectorAll("ins"), ins => ins.TextContent.Contains("every two years", StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll("del"), del => del.TextContent.Contains("annual", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("ins, del"), e => Assert.True(e.PreviousElementSibling!.ClassList.Contains("sr") && e.NextElementSibling!.ClassList.Contains("sr")));
        Assert.Equal("#clause-2", page.QuerySelector(".changes a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_button_says_what_it_does()
    {
        var page = await PageAsync("review-2", "en");

        Assert.Equal("Accept the text of round 2", page.QuerySelector("button .for-accept")!.TextContent);
        Assert.Equal("/review/t0ken/decision", page.QuerySelector("form.decision")!.GetAttribute("action"));
    }

    [Fact]
    public async Task The_code_page_carries_the_choice_hidden()
    {
        var page = await PageAsync("review-code-request-changes", "en");
        var form = page.QuerySelector("form[action='/review/t0ken/decision']")!;

        Assert.Equal(["choice", "key", "name", "reason", "reasonNotPublic", "text"], form.QuerySelectorAll("input[type=hidden]").Select(i => i.GetAttribute("name")).Order());
        Assert.Equal("key1", form.QuerySelector("input[name=key]")!.GetAttribute("value"));
        Assert.Contains("r•••@gabon.example", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("form[action='/review/t0ken/code']"));
    }

    [Fact]
    public async Task Afterwards_the_page_says_what_was_recorded_and_what_follows()
    {
        var words = (await PageAsync("review-over-agreed", "en")).QuerySelector("main")!.TextContent;

        Assert.Contains("Changes requested", words, StringComparison.Ordinal);
        Assert.Contains("names the signers", words, StringComparison.Ordinal);
        Assert.Contains("Was this recorded by mistake?", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_that_is_not_public_stays_off_the_dead_links_page() =>
        Assert.DoesNotContain("tous les deux ans plutôt", (await PageAsync("review-over-redraft", "fr")).Body!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task A_dead_link_offers_a_fresh_one_only_while_a_round_is_open()
    {
        Assert.NotNull((await PageAsync("review-over-round-2", "fr")).QuerySelector("form[action='/review/t0ken/fresh-link']"));
        Assert.Null((await PageAsync("review-over-in-effect", "fr")).QuerySelector("form[action='/review/t0ken/fresh-link']"));
    }

    [Fact]
    public async Task An_embassy_sees_its_own_part_and_only_whether_the_others_answered()
    {
        var page = (await PageAsync("review-several-other-asked", "en")).QuerySelector("main")!.TextContent;

        Assert.Contains("witness", page, StringComparison.Ordinal);
        Assert.Contains("Embassy of Gabon (facilitator): has answered", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Accepted", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_embassy_wrote_stays_its_own()
    {
        var page = await PageAsync("review-over-ended-by-another", "en");

        Assert.Equal("The Embassy of Gabon asked for changes to the text of round 1", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("Hidden words.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_capitals_time_is_extended_only_as_often_as_it_can_be()
    {
        Assert.NotNull((await PageAsync("review-at-capital", "en")).QuerySelector("input[value=extend-capital]"));
        Assert.Null((await PageAsync("review-1", "en")).QuerySelector("input[value=extend-capital]"));
        Assert.Contains("It can be extended once more.", (await PageAsync("review-recorded-extend-capital", "en")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_that_a_colleague_took_over_says_so_and_gives_no_address_away()
    {
        var page = await PageAsync("review-over-handed-over", "en");

        Assert.Equal("This review was handed over to Paul Ella", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("ella@", page.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action='/review/t0ken/fresh-link']"));
    }

    [Fact]
    public async Task What_was_recorded_by_mistake_and_an_address_that_is_not_theirs_can_be_told_and_change_nothing()
    {
        Assert.NotNull((await PageAsync("review-over-agreed", "en")).QuerySelector("a[href='/review/t0ken/tell/mistake']"));
        Assert.NotNull((await PageAsync("review-code-accept", "en")).QuerySelector("a[href='/review/t0ken/tell/wrong-address']"));
        Assert.NotNull((await PageAsync("sign-code", "en")).QuerySelector("a[href='/sign/t0ken/tell/wrong-address']"));
        var tell = await PageAsync("tell-WrongAddress", "en");
        Assert.NotNull(tell.QuerySelector("form[action='/review/t0ken/tell/wrong-address'] textarea[name=words]"));
        Assert.Contains("This changes nothing by itself", tell.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("review@gabon.example", tell.Body.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_from_outside_says_whether_it_is_proven_and_what_was_not_kept()
    {
        var page = await PageAsync("messages", "en");

        Assert.Equal(5, page.QuerySelectorAll("ol.events > li").Length);
        Assert.Equal(1, page.QuerySelectorAll("li.by-machine").Length);
        Assert.Equal(1, page.QuerySelectorAll("a[download]").Length);
        Assert.Contains("not kept: it is not what its name says", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Not proven to come from the address on file", page.Body.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IDocument> PageAsync(string name, string language) =>
        new HtmlParser().ParseDocument(await SamplePages.All[name].WriteAsync(SamplePages.Renderer(), new Language(language)));
}
