using LocalDiplomacy.EndToEnd.Tests.Browser;
using LocalDiplomacy.Pages.Tests.Samples;
using Microsoft.Extensions.Configuration;

namespace LocalDiplomacy.Browser.Tests;

/// <summary>The pictures in docs/screens: taken anew into the folder that LOCALDIPLOMACY_SCREENS names, else into artifacts/browser/screens.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class Screens(Chromium chromium)
{
    private static readonly (string Name, string Sample, int Width, int Height)[] screens =
    [
        ("home", "home", 1280, 800), ("office", "office", 1280, 800), ("new-mou", "new", 1280, 800), ("case", "case-under-review", 1280, 900),
        ("review-phone", "review-1", 390, 844), ("review-desktop", "review-1", 1280, 900), ("code-phone", "review-code-accept", 390, 844), ("recorded-phone", "review-over-agreed", 390, 844),
        ("sign-phone", "sign", 390, 844), ("register", "register", 1280, 800), ("desk", "overview", 1280, 900), ("desk-case", "desk-case-under-review", 1280, 900),
    ];

    [BrowserFact]
    public async Task Are_of_pages_that_there_are()
    {
        var folder = new ConfigurationBuilder().AddEnvironmentVariables("LOCALDIPLOMACY_").Build()["SCREENS"] ?? Path.Combine(Chromium.Metadata("Artifacts"), "screens");
        Directory.CreateDirectory(folder);
        await using var window = await chromium.OpenAsync();
        foreach (var (name, sample, width, height) in screens)
            foreach (var language in new[] { "ko", "en" })
            {
                Assert.Contains(sample, SamplePages.All.Keys);
                await window.Page.SetViewportSizeAsync(width, height);
                await window.Page.GotoAsync($"/page/{language}/{sample}");
                await window.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.{language}.png") });
            }
    }
}
