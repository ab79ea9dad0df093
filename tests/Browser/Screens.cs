using LocalDiplomacy.EndToEnd.Tests.Browser;
using Microsoft.Extensions.Configuration;

namespace LocalDiplomacy.Browser.Tests;

/// <summary>
/// The pictures in docs/screens: taken anew into the folder that LOCALDIPLOMACY_SCREENS names, else into artifacts/browser/screens.
/// With LOCALDIPLOMACY_SAMPLES instead the samples of such names, whole, on a phone and at a desk: to look at while working on a page.
/// </summary>
[Collection(ChromiumCollection.Name)]
public sealed class Screens(Chromium chromium)
{
    private static readonly IConfiguration surroundings = new ConfigurationBuilder().AddEnvironmentVariables("LOCALDIPLOMACY_").Build();

    private static readonly (string Name, string Path, int Width, int Height)[] approved =
    [
        ("review-phone", "/page/en/review-2", 390, 1100), ("review", "/page/en/review-2", 1280, 1000), ("office", "/page/ko/office", 1280, 900), ("case", "/page/ko/case-under-review", 1280, 1000), ("drafting", "/page/ko/edit#clauses", 1280, 1000),
        ("sign-phone", "/page/en/sign", 390, 1100), ("register", "/page/en/register-whole#by-country", 1280, 900), ("desk", "/page/ko/overview", 1280, 900), ("mail", "/mail/en/review-requested", 640, 900),
    ];

    [BrowserFact]
    public async Task Are_of_pages_that_there_are()
    {
        await using var window = await chromium.OpenAsync();
        foreach (var (name, path, width, height) in surroundings["SAMPLES"] is null ? approved : Looked()) Assert.True(await TakeAsync(window, name, path, width, height) > 5_000, $"{path} is an empty page.");
    }

    private static IEnumerable<(string, string, int, int)> Looked() =>
        from path in Renderings.Pages.Concat(Renderings.Mails)
        from width in new[] { 390, 1280 }
        select (path[1..].Replace('/', '-') + $"-{width}", path, width, 0);

    /// <param name="height">0: all of it.</param>
    /// <returns>The picture's size.</returns>
    private static async Task<int> TakeAsync(Window window, string name, string path, int width, int height)
    {
        var folder = Directory.CreateDirectory(surroundings["SCREENS"] ?? Path.Combine(Chromium.Metadata("Artifacts"), "screens")).FullName;
        await window.Page.SetViewportSizeAsync(width, height > 0 ? height : 900);
        var answer = await window.Page.GotoAsync(path);
        // An address within the page that is there already is no request.
        Assert.True(answer is null or { Status: 200 }, $"{path} was answered with {answer?.Status}.");
        return (await window.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = height == 0 })).Length;
    }
}
