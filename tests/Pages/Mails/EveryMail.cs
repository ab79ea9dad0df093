using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;

namespace LocalDiplomacy.Pages.Tests.Mails;

/// <summary>What holds for every mail in every language.</summary>
public sealed class EveryMail
{
    [Theory, MemberData(nameof(SampleMails.InEachLanguage), MemberType = typeof(SampleMails))]
    public async Task Speaks_the_readers_language_then_a_second_one(string name, string language)
    {
        var mail = await SampleMails.Writer().WriteAsync(SampleMails.All[name](new(language)));
        var page = new HtmlParser().ParseDocument(mail.Html);

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal([language, language == "ko" ? "en" : "ko"], page.QuerySelectorAll("div[lang]").Select(section => section.GetAttribute("lang")));
        Assert.Single(page.QuerySelectorAll("hr"));
        Assert.DoesNotContain("–까지", mail.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(SampleMails.InEachLanguage), MemberType = typeof(SampleMails))]
    public async Task Has_one_button_with_its_link_in_full_and_nothing_that_tracks(string name, string language)
    {
        var letter = SampleMails.All[name](new(language));
        var mail = await SampleMails.Writer().WriteAsync(letter);
        var page = new HtmlParser().ParseDocument(mail.Html);

        Assert.Empty(page.QuerySelectorAll("img, script, iframe, form, link, [style], [src], [background]"));
        var link = letter switch { MailLetter.SignIn s => s.Link, MailLetter.AboutCase a => a.Link, MailLetter.AboutContact c => c.Link, MailLetter.AboutMessage m => m.Link, MailLetter.AboutAlert a => a.Link, MailLetter.AboutPerson p => p.Link, _ => null };
        var addresses = page.QuerySelectorAll("a").Select(a => a.GetAttribute("href"));
        if (link is null)
        {
            Assert.Empty(addresses);
            return;
        }
        Assert.Single(page.QuerySelectorAll("a.button"));
        Assert.All(addresses, address => Assert.Equal(link.AbsoluteUri, address));
        Assert.Equal(link.AbsoluteUri, page.QuerySelector(".address a")!.TextContent);
        Assert.Contains($"\n{link.AbsoluteUri}\n", mail.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(SampleMails.InEachLanguage), MemberType = typeof(SampleMails))]
    public async Task Has_a_text_part_that_says_all_that_the_HTML_part_says(string name, string language)
    {
        var mail = await SampleMails.Writer().WriteAsync(SampleMails.All[name](new(language)));
        var page = new HtmlParser().ParseDocument(mail.Html);

        foreach (var said in page.QuerySelectorAll("p.lead, p.code, td, blockquote, p:not([class])"))
            Assert.Contains(said.TextContent.Trim(), mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<", mail.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(SampleMails.InEachLanguage), MemberType = typeof(SampleMails))]
    public async Task Has_a_subject_of_one_line_without_a_code_or_a_gap(string name, string language)
    {
        var mail = await SampleMails.Writer().WriteAsync(SampleMails.All[name](new(language)));

        Assert.InRange(mail.Subject.Length, 10, 130);
        Assert.DoesNotContain('\n', mail.Subject);
        Assert.DoesNotContain("204816", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain('{', mail.Subject);
    }

    [Theory]
    [InlineData("sign-in")]
    [InlineData("decision-code")]
    [InlineData("signature-code")]
    public async Task Gives_a_code_in_a_mail_of_its_own(string name)
    {
        var mail = await SampleMails.Writer().WriteAsync(SampleMails.All[name](Language.English));

        Assert.Contains("\n204816\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("within 10 minutes", mail.Text, StringComparison.Ordinal);
        Assert.Contains("No one will ask you for this code", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_there_for_every_kind() =>
        Assert.Empty(Enum.GetValues<MailKind>().Except([MailKind.ToldOfMessage]).Except(SampleMails.All.Values.Select(letter => letter(Language.English)).OfType<MailLetter.AboutCase>().Select(a => a.Kind)));
}
