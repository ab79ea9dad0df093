using LocalDiplomacy.Demo;
using Microsoft.Playwright;

namespace LocalDiplomacy.EndToEnd.Tests.Browser;

/// <summary>The whole way with a real browser: the office at a desk, the embassy on a phone without scripts.</summary>
public sealed class PortalToSignatureTests
{
    private const int Clauses = 4;
    private static readonly ViewportSize Desk = new() { Width = 1280, Height = 900 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };
    private readonly DemoMou _mou = DemoMou.Load();

    [BrowserFact]
    public async Task An_MOU_goes_from_the_portal_to_signature()
    {
        using var data = new TemporaryFolder();
        using var program = ProgramUnderTest.Start(data.Path, ProgramUnderTest.FreePort());
        await program.ReadyAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Executable, Args = ["--no-sandbox"] });
        using var mail = new HttpClient { BaseAddress = program.Portal };
        async Task<Person> PersonAsync(string address, string locale, ViewportSize window) =>
            new(await WindowAsync(browser, program.Portal, locale, window), new Mailbox(mail, address, TimeProvider.System));

        var officer = await PersonAsync(Cast.OfficerAddress, "ko-KR", Desk);
        var embassy = await PersonAsync(Cast.EmbassyAddress, "fr-FR", Phone);
        await SignInAsync(officer);
        var mou = await DraftAsync(officer);
        await SubmitAsync(officer, mou);
        await OfficeReminds.RunAsync(officer, mou);
        await AskForChangesAsync(embassy);
        await ReviseAsync(officer, mou);
        await SubmitAsync(officer, mou);
        await OpenRoundTwoAsync(embassy);
        await LookAsColleagueAsync(await PersonAsync("nobody@gabon.example", "en-GB", Desk), embassy.Page.Url);
        await AcceptAsync(embassy);
        await OpenSigningAsync(officer, mou);
        await SignAsync(await PersonAsync(Cast.Governor.Address, "ko-KR", Desk), Cast.Governor);
        await SignAsync(await PersonAsync(Cast.Mayor.Address, "fr-FR", Phone), Cast.Mayor);
        await InEffectAsync(officer, mou);
        await ReadRegisterAsync(await PersonAsync("nobody@press.example", "es-ES", Phone));
        await ReadRegisterAsync(await PersonAsync("nobody@press.example", "en-GB", Desk));
    }

    private static async Task<IPage> WindowAsync(IBrowser browser, Uri portal, string locale, ViewportSize window)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = portal.ToString(),
            Locale = locale,
            TimezoneId = locale.StartsWith("fr", StringComparison.Ordinal) ? "Africa/Libreville" : "Asia/Seoul",
            ViewportSize = window,
            // Pages must do without scripts; here they have to.
            JavaScriptEnabled = false,
        });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    private static async Task SignInAsync(Person officer)
    {
        await officer.OpenAsync("/");
        await officer.PictureAsync("01-start");
        await officer.OpenAsync("/sign-in");
        var form = officer.Form("/sign-in");
        await Person.FillAsync(form, "address", Cast.OfficerAddress);
        await officer.SendAsync(form);
        await officer.GiveCodeAsync("/sign-in/code");
        await officer.OpenAsync("/office");
        await officer.FitsAsync();
    }

    private async Task<string> DraftAsync(Person officer)
    {
        await officer.OpenAsync("/office/mous/new");
        await Person.ChooseAsync(officer.Form("/office/mous/new"), "languages", "fr");
        await officer.SendAsync(officer.Form("/office/mous/new"), "languages");
        for (var clause = 1; clause < Clauses; clause++) await officer.SendAsync(officer.Form("/office/mous/new"), "add-clause");
        var form = officer.Form("/office/mous/new");
        await FillParticularsAsync(form);
        for (var clause = 0; clause < Clauses; clause++) await FillClauseAsync(form, clause);
        await officer.PictureAsync("02-draft");
        await officer.SendAsync(form, "save");
        await officer.FitsAsync();
        return new Uri(officer.Page.Url).Segments[3].Trim('/');
    }

    private async Task FillParticularsAsync(ILocator form)
    {
        await ChooseOrSelectAsync(form, "kind", "Friendship");
        await ChooseOrSelectAsync(form, "mission", "GA");
        await Person.FillAsync(form, "country", "GA");
        await ChooseOrSelectAsync(form, "field", "CultureAndArts");
        await ChooseOrSelectAsync(form, "prevailing", "en");
        foreach (var (language, title) in _mou.Title)
        {
            await Person.FillAsync(form, $"title.{language}", title);
            await Person.FillAsync(form, $"counterpartyName.{language}", language == "ko" ? "리브르빌시" : language == "fr" ? "Ville de Libreville" : "City of Libreville");
            await Person.FillAsync(form, $"counterpartyPlace.{language}", language == "ko" ? "리브르빌" : "Libreville");
        }
    }

    private async Task FillClauseAsync(ILocator form, int clause)
    {
        foreach (var (language, heading) in _mou.Clauses[clause].Heading) await Person.FillAsync(form, $"clause[{clause}].heading.{language}", heading);
        foreach (var (language, body) in _mou.Clauses[clause].Body) await Person.FillAsync(form, $"clause[{clause}].body.{language}", body);
    }

    private static async Task ChooseOrSelectAsync(ILocator form, string name, string value)
    {
        var choice = form.Locator($"input[name='{name}'][value='{value}']");
        if (await choice.CountAsync() > 0) await choice.CheckAsync();
        else await Person.FillAsync(form, name, value);
    }

    private static async Task SubmitAsync(Person officer, string mou)
    {
        await officer.OpenAsync($"/office/mous/{mou}");
        await officer.SendAsync(officer.Form("/submit"));
        await officer.FitsAsync();
    }

    private static async Task AskForChangesAsync(Person embassy)
    {
        await embassy.OpenLinkAsync("review", "/decision");
        await embassy.FitsAsync();
        await embassy.PictureAsync("03-review-phone");
        var form = embassy.Form("/decision");
        Assert.Equal(0, await form.Locator("[name='choice']:checked").CountAsync());
        await Person.ChooseAsync(form, "choice", "request-changes");
        await Person.FillAsync(form, "name", "Jean-Baptiste Ndong");
        await Person.FillAsync(form, "reason", DemoMou.ReasonForChanges);
        await embassy.SendAsync(form);
        await embassy.PictureAsync("04-code-phone");
        await embassy.GiveCodeAsync("/decision");
        await embassy.FitsAsync();
        Assert.Equal(0, await embassy.Form("/decision").CountAsync());
    }

    private static async Task ReviseAsync(Person officer, string mou)
    {
        await officer.OpenAsync($"/office/mous/{mou}");
        await officer.PictureAsync("05-changes-requested");
        await officer.OpenAsync($"/office/mous/{mou}/text");
        var form = officer.Form("/text");
        foreach (var (language, body) in DemoMou.RevisedClause()) await Person.FillAsync(form, $"clause[{DemoMou.ClauseInQuestion}].body.{language}", body);
        await officer.SendAsync(form, "save");
    }

    private static async Task OpenRoundTwoAsync(Person embassy)
    {
        await embassy.OpenLinkAsync("review", "/decision");
        await embassy.FitsAsync();
        await embassy.PictureAsync("06-review-round-2-phone");
        var inserted = string.Join(' ', await embassy.Page.Locator("ins").AllTextContentsAsync());
        Assert.All(DemoMou.NewWords, words => Assert.Contains(words, inserted, StringComparison.Ordinal));
    }

    /// <summary>The link was passed on in the embassy: whoever opens it reads, in their own language, and has decided nothing.</summary>
    private static async Task LookAsColleagueAsync(Person colleague, string link)
    {
        await colleague.OpenAsync(link + "#clause-4");
        await colleague.FitsAsync();
        await colleague.PictureAsync("07-review-round-2", whole: false);
    }

    private static async Task AcceptAsync(Person embassy)
    {
        var form = embassy.Form("/decision");
        await Person.ChooseAsync(form, "choice", "accept");
        await Person.FillAsync(form, "name", "Jean-Baptiste Ndong");
        await embassy.SendAsync(form);
        await embassy.GiveCodeAsync("/decision");
    }

    private static async Task OpenSigningAsync(Person officer, string mou)
    {
        await officer.OpenAsync($"/office/mous/{mou}/signing");
        var form = officer.Form("/signing");
        foreach (var (side, signer) in new[] { ("localGovernment", Cast.Governor), ("counterparty", Cast.Mayor) })
        {
            await Person.FillAsync(form, $"{side}.name", signer.Name);
            await Person.FillAsync(form, $"{side}.office", signer.Office);
            await Person.FillAsync(form, $"{side}.address", signer.Address);
            await ChooseOrSelectAsync(form, $"{side}.language", signer.Language);
        }
        await Person.FillAsync(form, "agreementStatement", DemoMou.AgreementStatement);
        await officer.SendAsync(form);
        await officer.FitsAsync();
    }

    private static async Task SignAsync(Person signer, SignerToBe who)
    {
        await signer.OpenLinkAsync("sign", "/signature");
        await signer.FitsAsync();
        await signer.PictureAsync($"08-sign-{who.Language}");
        var form = signer.Form("/signature");
        await Person.FillAsync(form, "name", who.Name);
        await Person.FillAsync(form, "office", who.Office);
        await Person.ChooseAsync(form, "intent", "yes");
        await signer.SendAsync(form);
        await signer.GiveCodeAsync("/signature");
    }

    private static async Task InEffectAsync(Person officer, string mou)
    {
        await officer.OpenAsync($"/office/mous/{mou}");
        await officer.FitsAsync();
        await officer.PictureAsync("09-in-effect");
        Assert.Contains("발효", await officer.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await officer.OpenAsync($"/office/mous/{mou}/history");
        await officer.FitsAsync();
        await officer.PictureAsync("10-history");
    }

    /// <summary>Somebody who never signed in looks for it from the front door, by a part of a name in Korean.</summary>
    private static async Task ReadRegisterAsync(Person reader)
    {
        await Waiting.UntilAsync("it is public", TimeSpan.FromSeconds(20), TimeSpan.FromMilliseconds(200), async () =>
        {
            await reader.OpenAsync("/");
            await Person.FillAsync(reader.Form("/register"), "q", "리브르 경ㅅ");
            await reader.SendAsync(reader.Form("/register"));
            return await reader.Page.Locator("table.cases a").CountAsync() == 1;
        });
        await reader.FitsAsync();
        await reader.PictureAsync($"11-register-{reader.Page.ViewportSize!.Width}");
        await reader.Page.Locator("table.cases a").ClickAsync();
        await reader.Page.WaitForURLAsync("**/register/*-0001");
        await reader.FitsAsync();
        await reader.PictureAsync($"12-register-entry-{reader.Page.ViewportSize!.Width}");
        Assert.Contains("Gyeongsangbuk-do", await reader.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
    }
}
