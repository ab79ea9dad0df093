using System.Net.Http.Json;
using System.Text.Json;
using LocalDiplomacy.Demo;
using Microsoft.Playwright;

namespace LocalDiplomacy.EndToEnd.Tests.Browser;

/// <summary>What an embassy does, from the link in its mail to the answer, with a real browser and without scripts.</summary>
public sealed class EmbassyJourneyTests : IAsyncLifetime
{
    private const string Officer = "Jean-Baptiste Ndong";
    private readonly TemporaryFolder _data = new();
    private ProgramUnderTest _program = null!;
    private HttpClient _mail = null!, _office = null!;
    private Cast _cast = null!;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Executable is null) return;
        _program = ProgramUnderTest.Start(_data.Path, ProgramUnderTest.FreePort());
        await _program.ReadyAsync();
        _mail = new HttpClient { BaseAddress = _program.Portal };
        _cast = new Cast(_program.Portal, TimeProvider.System);
        await _cast.Officer.SignInAsync(default);
        _office = new HttpClient { BaseAddress = _program.Portal, DefaultRequestHeaders = { Authorization = new("Bearer", await _cast.Officer.MakeKeyAsync(default)) } };
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Executable, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _cast?.Dispose();
        _office?.Dispose();
        _mail?.Dispose();
        _program?.Dispose();
        _data.Dispose();
    }

    [BrowserFact]
    public Task On_a_phone_in_English_the_text_is_read_commented_and_accepted() => ReadCommentAcceptAsync("en-GB", "en", 390);

    [BrowserFact]
    public Task On_a_phone_in_French_the_text_is_read_commented_and_accepted() => ReadCommentAcceptAsync("fr-FR", "fr", 390);

    [BrowserFact]
    public Task At_a_desk_in_Korean_the_text_is_read_commented_and_accepted() => ReadCommentAcceptAsync("ko-KR", "ko", 1280);

    [BrowserFact]
    public async Task A_hand_over_ends_the_link_and_the_colleague_answers()
    {
        await SubmitAsync();
        var officer = await PersonAsync(Cast.EmbassyAddress, "fr-FR", 390);
        await officer.OpenLinkAsync("review", "/decision");
        var link = officer.Page.Url;
        var form = officer.Form("/decision");
        await Person.ChooseAsync(form, "choice", "hand-over");
        await Person.FillAsync(form, "colleagueName", Cast.Colleague.Name);
        await Person.FillAsync(form, "colleagueAddress", Cast.Colleague.Address);
        await Person.FillAsync(form, "name", Officer);
        await officer.SendAsync(form);
        await officer.GiveCodeAsync("/decision");
        await officer.FitsAsync();
        Assert.Contains(Cast.Colleague.Name, await officer.Page.InnerTextAsync("h1"), StringComparison.Ordinal);

        var dead = await officer.Page.GotoAsync(link);
        Assert.Equal(410, dead!.Status);
        Assert.Equal(0, await officer.Form("/decision").CountAsync());
        Assert.DoesNotContain(Cast.Colleague.Address, await officer.Page.ContentAsync(), StringComparison.Ordinal);
        await officer.FitsAsync();
        await officer.PictureAsync("12-handed-over-phone");

        var colleague = await PersonAsync(Cast.Colleague.Address, "fr-FR", 390);
        await colleague.OpenLinkAsync("review", "/decision");
        await AnswerAsync(colleague, "accept", Cast.Colleague.Name);
        await colleague.GiveCodeAsync("/decision");
        Assert.Equal(0, await colleague.Form("/decision").CountAsync());
        await new Mailbox(_mail, Cast.OfficerAddress, TimeProvider.System).NextAsync("", Cast.Colleague.Name, default);
    }

    [BrowserFact]
    public async Task A_dead_link_says_what_became_of_the_matter_and_has_a_fresh_one_sent_while_the_embassy_is_asked()
    {
        var mou = await SubmitAsync();
        var officer = await PersonAsync(Cast.EmbassyAddress, "en-GB", 390);
        await officer.OpenLinkAsync("review", "/decision");
        var first = officer.Page.Url;
        // The reason's field shows once changes are asked for.
        await Person.ChooseAsync(officer.Form("/decision"), "choice", "request-changes");
        await Person.FillAsync(officer.Form("/decision"), "reason", "Every second year, please.");
        await AnswerAsync(officer, "request-changes", Officer);
        await officer.GiveCodeAsync("/decision");
        await PostAsync($"/api/mous/{mou}/submit", new { textHash = (await ReadAsync(mou)).GetProperty("textHash").GetString() });

        var stranger = await PersonAsync("nobody@gabon.example", "en-GB", 390);
        Assert.Equal(410, (await stranger.Page.GotoAsync(first))!.Status);
        await stranger.FitsAsync();
        await stranger.PictureAsync("13-dead-link-phone");
        await stranger.SendAsync(stranger.Form("/fresh-link"));
        await officer.OpenLinkAsync("review", "/decision");
        Assert.NotEqual(first, officer.Page.Url);
    }

    private async Task ReadCommentAcceptAsync(string locale, string language, int width)
    {
        await SubmitAsync();
        var embassy = await PersonAsync(Cast.EmbassyAddress, locale, width);
        await embassy.OpenLinkAsync("review", "/decision");
        var link = embassy.Page.Url;
        await ReadAsync(embassy, language, width);
        await SwitchLanguageAsync(embassy, language, link);
        await CommentAsync(embassy);
        await AnswerAsync(embassy, "accept", Officer);

        // The code was given with the comment: this device is not asked again.
        Assert.Equal(0, await embassy.Form("/decision").CountAsync());
        await embassy.FitsAsync();
        await embassy.PictureAsync($"11-accepted-{language}");
        await ReportMistakeAsync(embassy);
    }

    private static async Task ReadAsync(Person embassy, string language, int width)
    {
        await embassy.FitsAsync();
        Assert.Equal(language, await embassy.Page.GetAttributeAsync("html", "lang"));
        Assert.Equal(0, await embassy.Page.Locator("script").CountAsync());
        Assert.Equal(0, await embassy.Page.Locator("[name='choice']:checked").CountAsync());
        Assert.True(await embassy.Page.Locator(".version-1").First.IsVisibleAsync());
        Assert.Equal(width >= 900, await embassy.Page.Locator(".version-2").First.IsVisibleAsync());
        await embassy.PictureAsync($"10-embassy-{language}");
        if (width >= 900) return;
        await embassy.Page.Locator("label[for='tab-2']").First.ClickAsync();
        Assert.True(await embassy.Page.Locator(".version-2").First.IsVisibleAsync());
        Assert.False(await embassy.Page.Locator(".version-1").First.IsVisibleAsync());
    }

    /// <summary>Another language stays on the pages that follow, until it is changed again.</summary>
    private static async Task SwitchLanguageAsync(Person embassy, string language, string link)
    {
        foreach (var wanted in new[] { "es", language })
        {
            await embassy.Page.Locator($"form.languages button[value='{wanted}']").ClickAsync();
            await embassy.Page.WaitForURLAsync(link);
            await embassy.Page.Locator($"html[lang='{wanted}']").WaitForAsync();
            await embassy.OpenAsync(link + "/deadlines");
            Assert.Equal(wanted, await embassy.Page.GetAttributeAsync("html", "lang"));
            await embassy.OpenAsync(link);
        }
    }

    private static async Task CommentAsync(Person embassy)
    {
        await embassy.Page.Locator("#clause-1 details.comment-form > summary").ClickAsync();
        var form = embassy.Form("/comment");
        await Person.FillAsync(form, "words", "Could the schools be named?");
        await Person.FillAsync(form, "name", Officer);
        await embassy.SendAsync(form);
        await embassy.FitsAsync();
        await embassy.GiveCodeAsync("/comment");
        Assert.Contains("Could the schools be named?", await embassy.Page.Locator("#clause-1 .comments").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task AnswerAsync(Person embassy, string choice, string name)
    {
        var form = embassy.Form("/decision");
        await Person.ChooseAsync(form, "choice", choice);
        await Person.FillAsync(form, "name", name);
        await embassy.SendAsync(form);
    }

    private static async Task ReportMistakeAsync(Person embassy)
    {
        await embassy.Page.Locator("a[href$='/tell/mistake']").ClickAsync();
        var form = embassy.Form("/tell/mistake");
        await form.WaitForAsync();
        await Person.FillAsync(form, "name", Officer);
        await Person.FillAsync(form, "words", "We meant to ask for changes to clause 1.");
        await embassy.SendAsync(form);
        Assert.Equal(0, await embassy.Form("/tell/mistake").CountAsync());
        await embassy.FitsAsync();
    }

    private async Task<Person> PersonAsync(string address, string locale, int width)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = _program.Portal.ToString(),
            Locale = locale,
            ViewportSize = new() { Width = width, Height = 844 },
            JavaScriptEnabled = false,
        });
        context.SetDefaultTimeout(20_000);
        return new(await context.NewPageAsync(), new Mailbox(_mail, address, TimeProvider.System));
    }

    /// <summary>The demo's text, at Gabon's embassy.</summary>
    private async Task<string> SubmitAsync()
    {
        var draft = await PostAsync("/api/mous", OfficeProgram.Body(DemoMou.Load()));
        var id = draft.GetProperty("id").GetString()!;
        await PostAsync($"/api/mous/{id}/submit", new { textHash = draft.GetProperty("textHash").GetString() });
        return id;
    }

    private async Task<JsonElement> ReadAsync(string mou) => await _office.GetFromJsonAsync<JsonElement>($"/api/mous/{mou}");

    private async Task<JsonElement> PostAsync(string address, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", Guid.NewGuid().ToString("N") } } };
        using var answer = await _office.SendAsync(request);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>()
            : throw new InvalidOperationException($"{address} answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
