using LocalDiplomacy.EndToEnd.Tests.Browser;

namespace LocalDiplomacy.Browser.Tests;

/// <summary>Every page in every language fits windows from 320 px on, with text of twice its size, under a finger, and stays where it is.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class Layout(Chromium chromium)
{
    /// <summary>A small phone, and the narrowest window of each arrangement in the stylesheet. Twice the size at 1280 px is 640.</summary>
    private static readonly int[] widths = [320, 640, 900, 1100];

    [BrowserFact]
    public async Task Fits_every_window() => Findings.None(await chromium.LookAtEachAsync(
        Renderings.Pages, (window, paths) => window.LayoutAsync(paths, widths, largeText: true)));

    [BrowserFact]
    public async Task Of_mails_fits_every_window() => Findings.None(await chromium.LookAtEachAsync(
        Renderings.Mails, (window, paths) => window.LayoutAsync(paths, [320, 1280], largeText: false)));

    /// <summary>What is shown first stays where it is; a phone is looked at together with the rest.</summary>
    [BrowserFact]
    public async Task At_a_desk_does_not_move() => Findings.None(await chromium.LookAtEachAsync(
        (await Renderings.OfEachShapeAsync()).Where(path => path.StartsWith("/page", StringComparison.Ordinal)), (window, paths) => window.LayoutAsync(paths, [1280], largeText: false)));
}
