using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.OfficePortal;

/// <summary>The office's home and its parts over HTTP.</summary>
[Collection(RunningCollection.Name)]
public sealed class OfficeHomeTests(Association association)
{
    [Fact]
    public async Task An_MOU_moves_from_what_waits_for_us_to_what_waits_for_others()
    {
        var draft = await association.DraftAsync();
        var path = $"/office/mous/{draft["id"]}";
        Assert.Contains(path, (await association.Officer.GetAsync("/office?show=for-me&limit=100")).ExpectPage(200).Body, StringComparison.Ordinal);

        await association.SubmitAsync((string)draft["id"]!, (string)draft["textHash"]!);

        Assert.DoesNotContain(path, (await association.Officer.GetAsync("/office?show=for-me&limit=100")).ExpectPage(200).Body, StringComparison.Ordinal);
        Assert.Contains(path, (await association.Officer.GetAsync("/office")).ExpectPage(200).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/office?show=nothing")]
    [InlineData("/office?show=all&cursor=%25%25")]
    [InlineData("/office?show=all&limit=0")]
    public async Task A_wrong_address_is_400_as_a_page(string path) => (await association.Officer.GetAsync(path)).ExpectPage(400);

    [Fact]
    public async Task Pages_of_a_part_lead_on()
    {
        for (var i = 0; i < 2; i++) await association.DraftAsync();
        var first = (await association.Officer.GetAsync("/office?show=all&limit=1")).ExpectPage(200).Body;

        var cursor = System.Text.RegularExpressions.Regex.Match(first, "cursor=([^\"]+)\"").Groups[1].Value;

        Assert.NotEmpty(cursor);
        Assert.Contains("show=all", first, StringComparison.Ordinal);
        (await association.Officer.GetAsync($"/office?show=all&limit=1&cursor={cursor}")).ExpectPage(200);
    }
}
