using LocalDiplomacy.Demo;
using Microsoft.Playwright;

namespace LocalDiplomacy.EndToEnd.Tests.Browser;

/// <summary>Someone with a browser window of a certain size, and a mailbox.</summary>
internal sealed class Person(IPage page, Mailbox mailbox)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly string Artifacts = ProgramUnderTest.Metadata("Artifacts");

    public IPage Page => page;

    public Mailbox Mailbox => mailbox;

    public Task OpenAsync(string address) => page.GotoAsync(address);

    public ILocator Form(string addressEnd) => page.Locator($"form[action$='{addressEnd}']").First;

    /// <summary>Types or selects.</summary>
    public static async Task FillAsync(ILocator form, string name, string value)
    {
        var field = form.Locator($"[name='{name}']").First;
        if (await field.EvaluateAsync<string>("f => f.tagName") == "SELECT") await field.SelectOptionAsync(value);
        else await field.FillAsync(value);
    }

    public static Task ChooseAsync(ILocator form, string name, string value) => form.Locator($"input[name='{name}'][value='{value}']").CheckAsync();

    /// <summary>Presses the form's button; the page that follows is loaded, and no refusal, when this returns.</summary>
    public async Task SendAsync(ILocator form, string? action = null)
    {
        // The last one: a draft's first button is there for the Enter key alone.
        var button = form.Locator(action is null ? "button[type=submit], button:not([type])" : $"button[name='action'][value='{action}']").Last;
        var loaded = new TaskCompletionSource();
        IResponse? answer = null;
        void OnResponse(object? sender, IResponse response) => answer = response.Request.IsNavigationRequest ? response : answer;
        void OnLoad(object? sender, IPage window) => loaded.TrySetResult();
        page.Response += OnResponse;
        page.Load += OnLoad;
        try
        {
            await button.ClickAsync();
            await loaded.Task.WaitAsync(Patience);
        }
        finally
        {
            page.Response -= OnResponse;
            page.Load -= OnLoad;
        }

        if (answer is { Status: >= 400 } fault) Assert.Fail($"{fault.Url} answered {fault.Status}: {await page.InnerTextAsync("body")}");
    }

    /// <summary>Opens the links of new mails until one leads to a page that asks for something.</summary>
    public async Task OpenLinkAsync(string to, string asksFor)
    {
        do await OpenAsync((await mailbox.NextWithLinkToAsync(to, default)).LinkTo(to)!);
        while (await Form(asksFor).CountAsync() == 0);
    }

    /// <summary>Types the code of the newest mail into the form that asks for it.</summary>
    public async Task GiveCodeAsync(string formEnd)
    {
        var form = Form(formEnd);
        await FillAsync(form, "code", (await mailbox.NextWithCodeAsync(default)).Code!);
        await SendAsync(form);
    }

    /// <summary>Nothing is wider than the window: nobody has to push a page sideways.</summary>
    public async Task FitsAsync()
    {
        var tooWide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(tooWide <= 0, $"{page.Url} is {tooWide} px wider than its window.");
    }

    /// <summary>Keeps a picture under artifacts/browser.</summary>
    public Task PictureAsync(string name, bool whole = true) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Artifacts, name + ".png"), FullPage = whole });
}
