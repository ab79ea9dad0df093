using System.Collections.Concurrent;
using LocalDiplomacy.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace LocalDiplomacy.Browser.Tests;

/// <summary>The overview's numbers, refreshed in their places on a clock of the test's own.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class Refreshing(Chromium chromium)
{
    private const string Tag = "\"2\"";
    private readonly ConcurrentQueue<string?> _tags = new();
    private int _status = 200;

    [BrowserFact]
    public async Task Numbers_come_anew_while_somebody_looks_and_a_reader_hears_of_trouble_alone()
    {
        await using var window = await chromium.OpenAsync();
        var page = window.Page;
        await page.Clock.InstallAsync();
        await page.RouteAsync("**/desk/overview", AnswerAsync);
        await page.GotoAsync("/page/en/overview");
        await page.Locator("#stuck summary").ClickAsync();
        await page.Locator("#stuck summary").FocusAsync();

        await PassAsync(page, 21);
        await page.Locator("[data-place='total']", new() { HasText = "All agreements (45)" }).WaitForAsync();
        Assert.Equal("Overdue 9", await SaidAsync(page));
        Assert.Equal("08:09:10", await page.InnerTextAsync("[data-place='as-of']"));
        Assert.True(await page.EvaluateAsync<bool>("() => document.getElementById('stuck').open && document.activeElement.closest('#stuck') !== null"));

        _status = 304;
        await PassAsync(page, 21);
        await page.WaitForFunctionAsync("() => document.querySelector('[data-place=said]').textContent === ''");
        Assert.Equal([null, Tag], _tags);
        Assert.Equal("All agreements (45)", await page.InnerTextAsync("[data-place='total']"));
    }

    [BrowserFact]
    public async Task Nobody_looks_nothing_is_asked_and_whoever_comes_back_sees_it_at_once()
    {
        await using var window = await chromium.OpenAsync();
        var page = window.Page;
        await page.Clock.InstallAsync();
        await page.RouteAsync("**/desk/overview", AnswerAsync);
        await page.GotoAsync("/page/en/overview");

        await HideAsync(page, true);
        await page.Clock.FastForwardAsync(120_000);
        Assert.Empty(_tags);
        await HideAsync(page, false);
        await PassAsync(page, 1);

        await page.Locator("[data-place='total']", new() { HasText = "All agreements (45)" }).WaitForAsync();
    }

    [BrowserFact]
    public async Task That_the_site_is_away_is_said_after_some_tries_which_come_less_and_less_often()
    {
        _status = 503;
        await using var window = await chromium.OpenAsync();
        var page = window.Page;
        await page.Clock.InstallAsync();
        await page.RouteAsync("**/desk/overview", AnswerAsync);
        await page.GotoAsync("/page/en/overview");

        foreach (var (tries, seconds) in new[] { (1, 21), (2, 41), (3, 81) })
        {
            await PassAsync(page, seconds);
            await UntilAsync(page, () => _tags.Count == tries);
        }

        await page.WaitForFunctionAsync("() => document.querySelector('[data-place=said]').textContent.includes('does not answer')");
        Assert.NotEqual(0, await page.Locator("[data-place='numbers'] #attention").CountAsync());
    }

    private Task AnswerAsync(IRoute route)
    {
        _tags.Enqueue(route.Request.Headers.GetValueOrDefault("if-none-match"));
        return route.FulfillAsync(new()
        {
            Status = _status,
            Headers = new Dictionary<string, string> { ["Date"] = "Sun, 22 Nov 2026 23:09:10 GMT", ["ETag"] = Tag, ["Content-Type"] = "text/html; charset=utf-8" },
            Body = _status == 200 ? """
                <div data-part="total">All agreements (45)</div>
                <div data-part="numbers"><section data-trouble="Overdue 9"><h2 id="attention">Needs attention</h2><details id="stuck"><summary>Stuck</summary></details></section></div>
                """ : "",
        });
    }

    private static async Task PassAsync(IPage page, int seconds) => await page.Clock.RunForAsync(seconds * 1000L);

    private static Task<string> SaidAsync(IPage page) => page.EvaluateAsync<string>("() => document.querySelector('[data-place=said]').textContent");

    private static async Task HideAsync(IPage page, bool hidden) => await page.EvaluateAsync(
        "hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }", hidden);

    /// <summary>The answers come in the browser's own time.</summary>
    private static async Task UntilAsync(IPage page, Func<bool> holds)
    {
        for (var looks = 0; !holds(); looks++)
        {
            Assert.True(looks < 5000, "It did not come.");
            await page.EvaluateAsync("() => 1");
        }

        await page.EvaluateAsync("() => fetch('/empty')");
    }
}
