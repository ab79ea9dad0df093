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

    /// <summary>Somebody has typed into a field that stands for a select, and the list is open with a line chosen by the arrow keys.</summary>
    [BrowserFact]
    public async Task Of_a_list_that_typing_opened_has_no_violation()
    {
        await using var window = await chromium.OpenAsync();
        await window.Page.GotoAsync("/page/en/edit");
        await window.Page.FillAsync("#f-mission", "");
        await window.Page.FocusAsync("#f-mission");
        await window.Page.Keyboard.TypeAsync("Embassy");
        await window.Page.Locator("#f-mission-list [role=option]").First.WaitForAsync();
        await window.Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("true", await window.Page.GetAttributeAsync("#f-mission", "aria-expanded"));

        await window.Page.AddScriptTagAsync(new() { Url = "/axe.js" });
        var violations = await window.Page.EvaluateAsync<string[]>(
            "async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations.map(one => `${one.id}: ${one.nodes.map(node => node.html).join(' ')}`)");
        Findings.None(violations);
    }

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
