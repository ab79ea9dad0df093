using LocalDiplomacy.EndToEnd.Tests.Browser;

namespace LocalDiplomacy.Browser.Tests;

/// <summary>Whatever a mouse can do, the keyboard can.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class Keyboard(Chromium chromium)
{
    [BrowserFact]
    public async Task Reaches_everything_in_order_and_shows_where_it_is() => Findings.None(await chromium.LookAtEachAsync(
        await Renderings.OfEachKindOfFormAsync(), (window, paths) => window.TabsAsync(paths)));

    [BrowserFact]
    public async Task Skips_the_header_on_request()
    {
        await using var window = await chromium.OpenAsync();
        await window.Page.GotoAsync("/page/ko/home-signed-in");
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("content", await window.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.True(await window.Page.EvaluateAsync<bool>("() => document.activeElement.closest('main') !== null"));
    }
}
