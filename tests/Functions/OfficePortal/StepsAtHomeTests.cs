using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;
using Xunit;

namespace LocalDiplomacy.Functions.Tests.OfficePortal;

/// <summary>The sample association with every step at home switched on. Its settings are its own.</summary>
public sealed class AssociationWithSteps : IAsyncLifetime
{
    public Association Association { get; } = new();
    public Visitor Head { get; private set; } = null!;
    public Visitor Council { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Association.InitializeAsync();
        Head = await Association.SignInAsync("head@gyeongbuk.example");
        Council = await Association.SignInAsync("council@gyeongbuk.example");
        using var read = new HttpRequestMessage(HttpMethod.Get, "/api/desk/settings");
        var standing = (await Association.Administrator.SendAsync(read)).Expect(200);
        var kinds = standing.Json["kinds"]!.DeepClone().AsArray();
        foreach (var kind in kinds)
        {
            kind!["approval"] = true;
            kind["council"] = new JsonObject { ["isRequired"] = true, ["legalBasis"] = "An ordinance." };
        }

        using var replace = new HttpRequestMessage(HttpMethod.Put, "/api/desk/settings")
        {
            Content = new StringContent(new JsonObject { ["kinds"] = kinds, ["reason"] = "Tests." }.ToJsonString(), System.Text.Encoding.UTF8, "application/json"),
        };
        replace.Headers.TryAddWithoutValidation("If-Match", standing.ETag);
        (await Association.Administrator.SendAsync(replace)).Expect(200);
    }

    public Task DisposeAsync() => Association.DisposeAsync();
}

/// <summary>The head of the office and the council's clerk, each with what is theirs and nothing else.</summary>
public sealed class StepsAtHomeTests(AssociationWithSteps steps) : IClassFixture<AssociationWithSteps>
{
    private Association Association => steps.Association;

    [Fact]
    public async Task A_draft_is_approved_decided_on_and_goes_to_the_embassy()
    {
        var (path, hash) = await SubmittedAsync();
        (await Association.Officer.GetAsync(path + "/actions/approve")).ExpectPage(409);
        (await Association.Officer.PostAsync(path + "/actions/approve", ("textHash", hash), ("key", ApiCaller.NewKey()))).ExpectPage(409);
        Assert.DoesNotContain("/actions/approve", (await Association.Officer.GetAsync(path)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("/actions/approve", (await steps.Council.GetAsync(path)).Body, StringComparison.Ordinal);
        Assert.Contains("/actions/approve", (await steps.Head.GetAsync(path)).ExpectPage(200).Body, StringComparison.Ordinal);

        var form = (await steps.Head.GetAsync(path + "/actions/approve")).ExpectPage(200);
        (await steps.Head.PostAsync(path + "/actions/approve", ("textHash", new string('0', 64)), ("key", ApiCaller.NewKey()))).ExpectPage(409);
        var done = (await steps.Head.PostAsync(path + "/actions/approve", ("textHash", hash), ("key", form.Hidden("/actions/approve", "key")))).Expect(303);
        Assert.Contains("Kim Dong-hyun", (await steps.Head.GetAsync(done.Location!)).ExpectPage(200).Body, StringComparison.Ordinal);

        Assert.Contains("/actions/council-decision", (await steps.Council.GetAsync(path)).ExpectPage(200).Body, StringComparison.Ordinal);
        var wrong = (await steps.Council.PostAsync(path + "/actions/council-decision", ("textHash", hash), ("session", "352nd"), ("on", "yesterday"), ("result", "Passed"),
            ("reference", "2026-118"), ("key", ApiCaller.NewKey()))).ExpectPage(400);
        Assert.Contains("f-on", wrong.Body, StringComparison.Ordinal);
        Assert.Contains("352nd", wrong.Body, StringComparison.Ordinal);
        (await steps.Council.PostAsync(path + "/actions/council-decision", ("textHash", hash), ("session", "352nd"), ("on", "2026-01-02"), ("result", "Passed"),
            ("reference", "2026-118"), ("key", ApiCaller.NewKey()))).Expect(303);
        Assert.Equal("under-review", (string?)(await Association.Office.GetAsync("/api" + path["/office".Length..])).Json["stage"]!["name"]);
    }

    [Fact]
    public async Task A_draft_is_returned_with_a_reason()
    {
        var (path, hash) = await SubmittedAsync();
        (await steps.Head.PostAsync(path + "/actions/return", ("textHash", hash), ("reason", ""), ("key", ApiCaller.NewKey()))).ExpectPage(400);
        var done = (await steps.Head.PostAsync(path + "/actions/return", ("textHash", hash), ("reason", "Clause 1 costs too much."), ("key", ApiCaller.NewKey()))).Expect(303);
        Assert.Contains("Clause 1 costs too much.", (await Association.Officer.GetAsync(done.Location!)).ExpectPage(200).Body, StringComparison.Ordinal);
        (await steps.Head.PostAsync(path + "/actions/approve", ("textHash", hash), ("key", ApiCaller.NewKey()))).ExpectPage(409);
    }

    [Fact]
    public async Task The_councils_clerk_drafts_and_submits_nothing()
    {
        var draft = await Association.DraftAsync();
        var path = $"/office/mous/{draft["id"]}";
        var page = (await steps.Council.GetAsync(path)).ExpectPage(200);
        Assert.False(page.HasForm("/submit"));
        Assert.False(page.HasForm("/withdraw"));
        (await steps.Council.PostAsync(path + "/submit", ("text", (string)draft["textHash"]!), ("key", ApiCaller.NewKey()))).ExpectPage(409);
        (await steps.Council.PostAsync("/office/mous/new", Drafts.Sent(Drafts.Form(), ("action", "save"), ("key", ApiCaller.NewKey())))).ExpectPage(409);
        (await steps.Council.GetAsync("/office")).ExpectPage(200);
    }

    private async Task<(string Path, string Hash)> SubmittedAsync()
    {
        var draft = await Association.DraftAsync();
        (await Association.Office.PostAsync($"/api/mous/{draft["id"]}/submit", new JsonObject { ["textHash"] = (string)draft["textHash"]! })).Expect(200);
        return ($"/office/mous/{draft["id"]}", (string)draft["textHash"]!);
    }
}
