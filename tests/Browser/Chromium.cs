using System.Collections.Concurrent;
using System.Reflection;
using LocalDiplomacy.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace LocalDiplomacy.Browser.Tests;

/// <summary>One browser and one site for all tests of this assembly; without a browser both stay away, and the tests are skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>As many windows at once as a small machine carries.</summary>
    public const int Windows = 2;

    private const int AtOnce = 16;

    private IPlaywright? playwright;
    private IBrowser? browser;
    private SampleSite? site;

    public Uri Site => site!.Address;

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Executable is not { } executable) return;
        site = await SampleSite.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    /// <summary>A new window that knows how to look.</summary>
    public async Task<Window> OpenAsync(ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = Site.ToString(), ColorScheme = scheme, ViewportSize = new() { Width = 1280, Height = 900 } });
        context.SetDefaultTimeout((float)TimeSpan.FromMinutes(5).TotalMilliseconds);
        return new(await context.NewPageAsync());
    }

    /// <summary>Looks at each in one of a few windows; what was found, in no order.</summary>
    public async Task<IReadOnlyList<string>> LookAtEachAsync(IEnumerable<string> paths, Func<Window, string[], Task<string[]>> look, ColorScheme scheme = ColorScheme.Light)
    {
        var (left, found) = (new ConcurrentQueue<string[]>(paths.Chunk(AtOnce)), new ConcurrentBag<string>());
        Assert.NotEmpty(left);
        await Task.WhenAll(Enumerable.Range(0, Windows).Select(async _ =>
        {
            await using var window = await OpenAsync(scheme);
            while (left.TryDequeue(out var some))
                foreach (var line in await look(window, some)) found.Add(line);
        }));
        return [.. found];
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (site is not null) await site.DisposeAsync();
    }

    internal static string Script(string name)
    {
        using var reader = new StreamReader(typeof(Chromium).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    internal static string Metadata(string key) =>
        typeof(Chromium).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}

[CollectionDefinition(Name)]
public sealed class ChromiumCollection : ICollectionFixture<Chromium>
{
    public const string Name = "Chromium";
}
