using LocalDiplomacy.Demo;
using Microsoft.Playwright;

namespace LocalDiplomacy.EndToEnd.Tests.Browser;

/// <summary>Drafting as clerks in Andong do it: typing, losing the network, two at once; in Korean at a desk and in English on a phone.</summary>
public sealed class DraftingTests
{
    private const string Clerk = "clerk@andong.example", Head = "head@andong.example";
    private static readonly ViewportSize Desk = new() { Width = 1280, Height = 900 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    [BrowserFact]
    public async Task Nothing_typed_is_lost_with_the_network()
    {
        await using var office = await Office.OpenAsync();
        await TypeAndLoseTheNetworkAsync(await office.PersonAsync(Clerk, "ko-KR", Desk), "임시 저장됨", "연결되지 않아");
        await TypeAndLoseTheNetworkAsync(await office.PersonAsync(Head, "en-GB", Phone), "Kept", "No connection");
    }

    private static async Task TypeAndLoseTheNetworkAsync(Person writer, string kept, string away)
    {
        var page = writer.Page;
        await writer.OpenAsync("/office/mous/new");
        var form = writer.Form("/office/mous/new");
        await Person.FillAsync(form, "kind", "Friendship");
        await writer.SendAsync(form, "template");
        await SaysAsync(page, kept);
        await Person.FillAsync(form, "clause[0].body.ko", "양측은 5천만 원을 지급한다.");
        await page.Locator("[data-place='findings-0'] q").First.WaitForAsync();
        Assert.Contains("5천만 원", await page.InnerTextAsync("[data-place='findings-0']"), StringComparison.Ordinal);
        await writer.FitsAsync();
        await writer.PictureAsync($"20-drafting-{page.ViewportSize!.Width}", whole: false);

        await page.Context.SetOfflineAsync(true);
        await Person.FillAsync(form, "title.ko", "끊긴 동안 쓴 제목");
        await SaysAsync(page, away);
        await form.Locator("button.primary").Last.ClickAsync();
        Assert.Equal("끊긴 동안 쓴 제목", await form.Locator("[name='title.ko']").InputValueAsync());
        await page.Context.SetOfflineAsync(false);
        await SaysAsync(page, kept);

        await ChooseByTypingAsync(page, "ㄱㅂ", "GA");
        await SaysAsync(page, kept);

        // Another window of the same person, later: it is all there.
        await page.ReloadAsync();
        Assert.Equal("끊긴 동안 쓴 제목", await form.Locator("[name='title.ko']").InputValueAsync());
        await writer.OpenAsync("/office/mous/new");
        Assert.Equal(1, await page.Locator("a[href*='typed=']").CountAsync());
    }

    /// <summary>With the keyboard alone: type, arrow, Enter. The form then sends the mission's code.</summary>
    private static async Task ChooseByTypingAsync(IPage page, string typed, string code)
    {
        await page.FocusAsync("#f-mission");
        await page.Keyboard.TypeAsync(typed);
        await page.Locator("#f-mission-list [role=option]").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("f-mission-list-0", await page.GetAttributeAsync("#f-mission", "aria-activedescendant"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(code, await page.Locator("select[name=mission]").InputValueAsync());
        Assert.Equal("false", await page.GetAttributeAsync("#f-mission", "aria-expanded"));
    }

    [BrowserFact]
    public async Task Two_who_write_at_once_see_each_others_words()
    {
        await using var office = await Office.OpenAsync();
        var (clerk, head) = (await office.PersonAsync(Clerk, "ko-KR", Desk), await office.PersonAsync(Head, "en-GB", Desk));
        var text = await SaveDraftAsync(clerk);
        await clerk.OpenAsync(text);
        await head.OpenAsync(text);
        await Person.FillAsync(clerk.Form("/text"), "clause[0].body.ko", "사무관이 고친 본문입니다.");
        await SaysAsync(clerk.Page, "임시 저장됨");
        await Person.FillAsync(head.Form("/text"), "clause[0].body.ko", "과장이 고친 본문입니다.");
        await SaysAsync(head.Page, "Somebody else changed this draft");

        var both = await head.Page.InnerTextAsync("[data-place=conflict]");
        Assert.Contains("Park Min-ho", both, StringComparison.Ordinal);
        Assert.Contains("사무관이 고친 본문입니다.", both, StringComparison.Ordinal);
        await head.PictureAsync("21-two-at-once", whole: false);
        await head.Page.Locator("[data-take]:visible").First.ClickAsync();
        Assert.Equal("사무관이 고친 본문입니다.", await head.Form("/text").Locator("[name='clause[0].body.ko']").InputValueAsync());
        await Person.FillAsync(head.Form("/text"), "clause[0].body.ko", "사무관이 고친 본문에 과장이 덧붙였습니다.");
        await head.Page.Locator("[data-keep-mine]").ClickAsync();
        await SaysAsync(head.Page, "Kept");
        await head.SendAsync(head.Form("/text"), "save");

        await Person.FillAsync(clerk.Form("/text"), "clause[0].body.ko", "그 사이에 사무관이 또 고쳤습니다.");
        await SaysAsync(clerk.Page, "다른 사람이 그사이");
        Assert.Contains("과장이 덧붙였습니다", await clerk.Page.InnerTextAsync("[data-place=conflict]"), StringComparison.Ordinal);
        await clerk.OpenAsync(text.Replace("/text", "/history", StringComparison.Ordinal));
        Assert.Equal(2, await clerk.Page.Locator(".events > li").CountAsync());
    }

    private static async Task<string> SaveDraftAsync(Person writer)
    {
        await writer.OpenAsync("/office/mous/new");
        var form = writer.Form("/office/mous/new");
        foreach (var (name, value) in new[]
        {
            ("kind", "Friendship"), ("title.ko", "우호협력 양해각서"), ("title.en", "Memorandum on friendship"), ("counterpartyName.ko", "리브르빌시"),
            ("clause[0].heading.ko", "목적"), ("clause[0].heading.en", "Purpose"), ("clause[0].body.ko", "양측은 교류를 지원한다."), ("clause[0].body.en", "Both sides will support exchange."),
        }) await Person.FillAsync(form, name, value);
        await Person.ChooseAsync(form, "field", "Sport");
        await ChooseByTypingAsync(writer.Page, "가ㅂ", "GA");
        // What stands for the select is what a person sees; a program may still set the select.
        await form.Locator("select[name=country]").EvaluateAsync("s => { s.value = 'GA'; s.dispatchEvent(new Event('change', { bubbles: true })); }");
        await writer.SendAsync(form, "save");
        return new Uri(writer.Page.Url).AbsolutePath + "/text";
    }

    private static async Task SaysAsync(IPage page, string words) =>
        await page.WaitForFunctionAsync("words => document.querySelector('.kept').textContent.includes(words)", words, new() { Timeout = 20_000 });

    /// <summary>The program with a browser, and people who are signed in, each in a window with scripts.</summary>
    private sealed class Office : IAsyncDisposable
    {
        private readonly TemporaryFolder _data = new();
        private ProgramUnderTest _program = null!;
        private IPlaywright _playwright = null!;
        private IBrowser _browser = null!;
        private HttpClient _mail = null!;

        public static async Task<Office> OpenAsync()
        {
            var office = new Office();
            office._program = ProgramUnderTest.Start(office._data.Path, ProgramUnderTest.FreePort());
            await office._program.ReadyAsync();
            office._mail = new HttpClient { BaseAddress = office._program.Portal };
            office._playwright = await Playwright.CreateAsync();
            office._browser = await office._playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Executable, Args = ["--no-sandbox"] });
            return office;
        }

        public async Task<Person> PersonAsync(string address, string locale, ViewportSize window)
        {
            var context = await _browser.NewContextAsync(new() { BaseURL = _program.Portal.ToString(), Locale = locale, TimezoneId = "Asia/Seoul", ViewportSize = window });
            context.SetDefaultTimeout(20_000);
            var person = new Person(await context.NewPageAsync(), new Mailbox(_mail, address, TimeProvider.System));
            await person.OpenAsync("/sign-in");
            await Person.FillAsync(person.Form("/sign-in"), "address", address);
            await person.SendAsync(person.Form("/sign-in"));
            await person.GiveCodeAsync("/sign-in/code");
            return person;
        }

        public async ValueTask DisposeAsync()
        {
            await _browser.DisposeAsync();
            _playwright.Dispose();
            _mail.Dispose();
            _program.Dispose();
            _data.Dispose();
        }
    }
}
