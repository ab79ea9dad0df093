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

    /// <summary>What moves has to do with what a page is made of and not with its words: each shape is looked at once.</summary>
    [BrowserFact]
    public async Task Does_not_move_on_a_phone() => Findings.None(await chromium.LookAtEachAsync(await ShapesOfPagesAsync(), (window, paths) => window.MovesAsync(paths, 320)));

    [BrowserFact]
    public async Task Does_not_move_at_a_desk() => Findings.None(await chromium.LookAtEachAsync(await ShapesOfPagesAsync(), (window, paths) => window.MovesAsync(paths, 1280)));

    private static async Task<IEnumerable<string>> ShapesOfPagesAsync() => (await Renderings.OfEachShapeAsync()).Where(path => path.StartsWith("/page", StringComparison.Ordinal));
}
