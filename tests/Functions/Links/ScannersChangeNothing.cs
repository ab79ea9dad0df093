using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Links;

/// <summary>Whatever a program does that found a link in a mail: without the code nothing changes but the note that it was there.</summary>
[Collection(RunningCollection.Name)]
public sealed class ScannersChangeNothing(Association association)
{
    private static readonly string[] Guesses = ["scanned", "000000"];

    [Fact]
    public async Task At_an_embassys_link()
    {
        var (mou, token) = await association.SubmittedAsync();
        var scanner = await ScanAsync((string)mou["id"]!, $"/review/{token}");

        Assert.True(scanner.Forms > 30, $"{scanner.Forms} forms were sent.");
        Assert.Empty(await association.Mailbox.AllAsync("scanner@example.net"));
    }

    [Fact]
    public async Task At_the_signers_links()
    {
        var (mou, governor, mayor, _) = await association.SigningAsync();
        await ScanAsync((string)mou["id"]!, $"/sign/{governor}");
        var scanner = await ScanAsync((string)mou["id"]!, $"/sign/{mayor}");

        Assert.True(scanner.Forms > 8, $"{scanner.Forms} forms were sent.");
    }

    [Fact]
    public async Task At_a_dead_link()
    {
        var (mou, token) = await association.SubmittedAsync();
        (await association.DecideAsync(token, "request-changes", (string)mou["textHash"]!, "Every second year.")).Expect(200);

        await ScanAsync((string)mou["id"]!, $"/review/{token}");
    }

    [Fact]
    public async Task At_the_link_that_signs_somebody_in_who_still_gets_in()
    {
        using var officer = association.NewVisitor();
        (await officer.PostAsync("/sign-in", ("address", "officer@gyeongbuk.example"))).Expect(303);
        var token = await association.Mailbox.LinkAsync("officer@gyeongbuk.example", "sign-in");
        using var program = association.NewVisitor();
        await new Scanner(program, "scanned").OpenAsync($"/sign-in/{token}");

        Assert.DoesNotContain(program.Cookies.GetAllCookies(), cookie => cookie.Name == "session");
        (await officer.PostAsync($"/sign-in/{token}")).Expect(303);
        (await officer.GetAsync("/office")).ExpectPage(200);
    }

    [Fact]
    public async Task Programs_and_people_stand_apart_in_the_history()
    {
        var (mou, token) = await association.SubmittedAsync();
        var path = $"/office/mous/{mou["id"]}/history";
        using var program = association.NewVisitor();
        (await program.GetAsync($"/review/{token}")).ExpectPage(200);
        (await program.PostAsync($"/review/{token}/fresh-link", ("key", ApiCaller.NewKey()))).ExpectPage(200);
        var scanned = (await association.Officer.GetAsync(path)).ExpectPage(200).Body;
        Assert.Contains("A program opened the link.", scanned, StringComparison.Ordinal);
        Assert.Contains("A fresh link was asked for on the page", scanned, StringComparison.Ordinal);
        Assert.DoesNotContain("A person opened the link", scanned, StringComparison.Ordinal);

        (await association.DecideAsync(token, "accept", (string)mou["textHash"]!)).Expect(200);
        Assert.Contains("A person opened the link and gave the code", (await association.Officer.GetAsync(path)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forwarded_link_shows_the_text_and_sends_the_code_to_the_address_on_file_alone()
    {
        var (mou, token) = await association.SubmittedAsync();
        using var colleague = association.NewVisitor();
        var page = (await colleague.GetAsync($"/review/{token}")).ExpectPage(200);
        Assert.Contains("youth exchange", page.Body, StringComparison.Ordinal);
        var decision = page.Fields("/decision", ("choice", "accept"), ("name", "Somebody Else"));
        var before = await RecordAsync((string)mou["id"]!);

        var code = await association.Mailbox.CodeAsync(Association.EmbassyAddress, async () =>
            (await colleague.PostAsync($"/review/{token}/decision", decision)).ExpectPage(200));
        (await colleague.PostAsync($"/review/{token}/decision", [.. decision, ("code", code == "111111" ? "222222" : "111111")])).ExpectPage(422);
        Assert.Equal(before, await RecordAsync((string)mou["id"]!));
    }

    private async Task<Scanner> ScanAsync(string id, string path)
    {
        var before = await RecordAsync(id);
        using var program = association.NewVisitor();
        var scanner = new Scanner(program, Guesses);
        await scanner.OpenAsync(path);
        Assert.Equal(before, await RecordAsync(id));
        return scanner;
    }

    /// <summary>The case and all that happened in it.</summary>
    private async Task<string> RecordAsync(string id) =>
        (await association.Office.GetAsync($"/api/mous/{id}")).Expect(200).Body + (await association.Office.GetAsync($"/api/mous/{id}/history?limit=200")).Expect(200).Body;
}
