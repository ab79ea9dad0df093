using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Tests.Wording;

/// <summary>What pages and mails say, read as a reader of another language reads them.</summary>
public sealed class NothingLeftInEnglish
{
    public static TheoryData<string, string> PagesElsewhere() => Of(SamplePages.All.Keys);

    public static TheoryData<string, string> MailsElsewhere() => Of(SampleMails.All.Keys);

    [Theory, MemberData(nameof(PagesElsewhere))]
    public async Task On_a_page(string name, string language)
    {
        var page = new HtmlParser().ParseDocument(await SamplePages.All[name].WriteAsync(SamplePages.Renderer(), new(language)));
        Assert.Null(OurEnglish.Among(OurEnglish.Said(page.DocumentElement)));
    }

    [Theory, MemberData(nameof(MailsElsewhere))]
    public async Task In_a_mail(string name, string language)
    {
        var mail = await SampleMails.Writer().WriteAsync(SampleMails.All[name](new(language)));
        // The second part of a mail to a reader of Korean is in English.
        var first = new HtmlParser().ParseDocument(mail.Html).QuerySelector($"div[lang={language}]")!;
        Assert.Null(OurEnglish.Among([mail.Subject, .. OurEnglish.Said(first)]));
    }

    private static TheoryData<string, string> Of(IEnumerable<string> names)
    {
        var data = new TheoryData<string, string>();
        foreach (var name in names)
            foreach (var language in Language.OfPages.Where(language => language != Language.English)) data.Add(name, language.Code);
        return data;
    }
}
