using Microsoft.Playwright;

namespace LocalDiplomacy.EndToEnd.Tests.Browser;

/// <summary>From the office's home to the case, to the button that reminds, to the history: at a desk in Korean, on a phone in English.</summary>
internal static class OfficeReminds
{
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    public static async Task RunAsync(Person officer, string mou)
    {
        var (desk, page) = (officer.Page.ViewportSize!, officer.Page);
        await OpenFromHomeAsync(officer, mou);
        await officer.PictureAsync("13-case");
        await officer.SendAsync(officer.Form("/actions/remind"));
        await officer.FitsAsync();
        Assert.Contains("알림을 보냈습니다", await page.InnerTextAsync(".notice"), StringComparison.Ordinal);
        Assert.Equal(0, await officer.Form("/actions/remind").CountAsync());
        await HistoryBeginsWithAsync(officer, mou, "알림을 보냈습니다");

        await page.SetViewportSizeAsync(Phone.Width, Phone.Height);
        await LanguageAsync(page, "en");
        await OpenFromHomeAsync(officer, mou);
        Assert.Contains("Embassy review", await page.Locator(".path-short").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("The next reminder is possible from", await page.InnerTextAsync(".reminded"), StringComparison.Ordinal);
        await officer.PictureAsync("14-case-phone");
        await HistoryBeginsWithAsync(officer, mou, "reminded");

        await LanguageAsync(page, "ko");
        await page.SetViewportSizeAsync(desk.Width, desk.Height);
    }

    private static async Task OpenFromHomeAsync(Person officer, string mou)
    {
        await officer.OpenAsync("/office");
        await officer.FitsAsync();
        await officer.PictureAsync($"12-office-{officer.Page.ViewportSize!.Width}");
        await officer.Page.Locator($"section[aria-labelledby='for-others'] a[href='/office/mous/{mou}']").ClickAsync();
        await officer.Page.WaitForURLAsync($"**/office/mous/{mou}");
        await officer.FitsAsync();
    }

    private static async Task HistoryBeginsWithAsync(Person officer, string mou, string words)
    {
        await officer.OpenAsync($"/office/mous/{mou}/history");
        await officer.FitsAsync();
        var first = officer.Page.Locator(".events > li").First;
        Assert.Contains(words, await first.Locator("p").First.InnerTextAsync(), StringComparison.Ordinal);
        await first.Locator("summary").ClickAsync();
        Assert.True(await first.Locator("dl").IsVisibleAsync());
    }

    private static async Task LanguageAsync(IPage page, string code)
    {
        await page.Locator($".languages button[value='{code}']").ClickAsync();
        await page.Locator($"html[lang='{code}']").WaitForAsync();
    }
}
