using LocalDiplomacy.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace LocalDiplomacy.Browser.Tests;

/// <summary>WCAG 2.2 A and AA as axe checks them, on every page and mail: at a desk by day, on a small phone by night.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class Accessibility(Chromium chromium)
{
    [BrowserFact]
    public async Task Of_every_page_and_mail_at_a_desk_has_no_violation() => Findings.None(await chromium.LookAtEachAsync(
        await Renderings.OfEachShapeAsync(), (window, paths) => window.AccessibilityAsync(paths, 1280)));

    [BrowserFact]
    public async Task Of_every_page_and_mail_on_a_phone_in_the_dark_has_no_violation() => Findings.None(await chromium.LookAtEachAsync(
        await Renderings.OfEachShapeAsync(), (window, paths) => window.AccessibilityAsync(paths, 320), ColorScheme.Dark));

    /// <summary>What a choice brings into sight is looked at too.</summary>
    [BrowserFact]
    public async Task Of_what_a_choice_opens_has_no_violation()
    {
        await using var window = await chromium.OpenAsync();
        var found = (await window.ChoicesAsync([.. await Renderings.OfEachShapeAsync()], 320)).EnumerateArray().ToList();
        Assert.InRange(found[0].GetInt32(), 5, 200);
        Findings.None([.. found.Skip(1).Select(line => line.GetString()!)]);
    }
}
