using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Screening;

namespace LocalDiplomacy.Pages.Tests.OfficePortal;

/// <summary>The parts that the script puts into a draft's page find their places there, and say the same.</summary>
public sealed class DraftPartsOfThePage
{
    private static readonly Finding[] findings =
        [new(ScreeningRule.NoPrevailingLanguage), new(ScreeningRule.SpendingBeyondBudget, 2, Language.English, "USD 50,000"), new(ScreeningRule.SpendingBeyondBudget, 2, Language.French, "50 000 USD")];

    [Theory, InlineData("ko"), InlineData("en"), InlineData("fr"), InlineData("es")]
    public async Task Have_a_place_each(string language)
    {
        var page = new HtmlParser().ParseDocument(await SamplePages.All["edit"].WriteAsync(SamplePages.Renderer(), new(language)));
        var form = DraftFields.Of(SampleCase.Particulars, SampleTexts.Second);
        var kept = await PartsAsync<DraftKept>(new() { ["At"] = SampleCase.Start, ["Findings"] = findings, ["Clauses"] = form.Clauses!.Count }, new(language));
        var differs = await PartsAsync<DraftConflictPart>(
            new() { ["Conflict"] = new DraftConflict(DraftFields.Of(SampleCase.Particulars, SampleTexts.First), 1, "t", "Park Min-ho"), ["Form"] = form, ["Address"] = "/office" }, new(language));

        Assert.All(kept.Concat(differs), part => Assert.NotNull(page.QuerySelector($"[data-place='{part.Key}']")));
        Assert.Contains("10:30", kept["kept"], StringComparison.Ordinal);
        Assert.Contains("Park Min-ho", differs["conflict"], StringComparison.Ordinal);
        Assert.Single(kept["findings-1"].Split("USD 50,000").Skip(1));
        Assert.Empty(kept["findings-0"].Trim());
    }

    private static async Task<Dictionary<string, string>> PartsAsync<T>(Dictionary<string, object?> parameters, Language language) where T : Piece =>
        new HtmlParser().ParseDocument(await SamplePages.Renderer().RenderAsync<T>(parameters, language)).QuerySelectorAll("[data-part]")
            .ToDictionary(part => part.GetAttribute("data-part")!, part => part.TextContent);
}
