using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.Administration;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Pages.Tests.Administration;

/// <summary>The agreements of a local government that was divided or merged away keep its name, and say whose they are now.</summary>
public sealed class FormerOffices
{
    [Theory]
    [InlineData("2026-07-02", "en", "Jung-gu now Jemulpo-gu")]
    [InlineData("2026-07-02", "ko", "중구 현 제물포구")]
    [InlineData("2026-06-29", "en", "Jung-gu")]
    public async Task Are_shown_with_who_took_their_place(string today, string language, string shown) =>
        Assert.Equal(shown, await OfficeAsync(today, new(language), SampleReference.Governments));

    [Fact]
    public async Task Say_so_where_no_successor_is_known() =>
        Assert.Equal("Jung-gu no longer exists", await OfficeAsync("2026-07-02", Language.English, [SampleReference.Jung with { Successors = [] }]));

    private static async Task<string> OfficeAsync(string today, Language language, IReadOnlyList<LocalGovernment> all)
    {
        var row = Summary.Of(SampleCase.Drafted().Mou) with { Office = SampleReference.Jung.Id };
        var html = await SamplePages.Renderer(new(DateOnly.Parse(today, null), new(3, 0), TimeSpan.Zero)).RenderAsync<DeskPage>(new Dictionary<string, object?>
        {
            ["Rows"] = new List<DeskRow> { new(row, null) },
            ["Offices"] = all.ToDictionary(office => office.Id),
            ["Missions"] = new Dictionary<MissionId, Mission>(),
        }, language);
        var cell = new HtmlParser().ParseDocument(html).QuerySelector("tbody td")!;
        return string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
