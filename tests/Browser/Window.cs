using Microsoft.Playwright;

namespace LocalDiplomacy.Browser.Tests;

/// <summary>A window of the browser, and the ways to look at what it shows.</summary>
public sealed class Window(IPage page) : IAsyncDisposable
{
    private static readonly string frame = Chromium.Script("frame.js");
    private static readonly string keyboard = Chromium.Script("keyboard.js");

    public IPage Page => page;

    public Task<string[]> AccessibilityAsync(string[] paths, int width) => LookAsync<string[]>("([paths, width]) => looks.accessibility(paths, width)", paths, width);

    public Task<System.Text.Json.JsonElement> ChoicesAsync(string[] paths, int width) => LookAsync<System.Text.Json.JsonElement>("([paths, width]) => looks.choices(paths, width)", paths, width);

    public Task<string[]> LayoutAsync(string[] paths, int[] widths, bool largeText) =>
        LookAsync<string[]>("([paths, widths, largeText]) => looks.layout(paths, widths, largeText)", paths, widths, largeText);

    public Task<string[]> MovesAsync(string[] paths, int width) => LookAsync<string[]>("([paths, width]) => looks.moves(paths, width)", paths, width);

    /// <summary>Goes through each page with the Tab key, as far as it goes.</summary>
    public async Task<string[]> TabsAsync(string[] paths)
    {
        var found = new List<string>();
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            var stops = await page.EvaluateAsync<int>(keyboard);
            // Dates have a stop for each of their parts.
            for (var pressed = 0; pressed <= stops * 6 && !await page.EvaluateAsync<bool>("() => window.keyboard.isRound()"); pressed += stops + 1)
                await Task.WhenAll(Enumerable.Range(0, stops + 1).Select(_ => page.Keyboard.PressAsync("Tab")));
            found.AddRange((await page.EvaluateAsync<string[]>("() => window.keyboard.found()")).Select(line => $"{path}: {line}"));
        }

        return [.. found];
    }

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();

    private async Task<T> LookAsync<T>(string look, params object[] about)
    {
        if (!page.Url.EndsWith("/look", StringComparison.Ordinal))
        {
            await page.GotoAsync("/look");
            await page.EvaluateAsync(frame);
        }

        return await page.EvaluateAsync<T>(look, about);
    }
}
