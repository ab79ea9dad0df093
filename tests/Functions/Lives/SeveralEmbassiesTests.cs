using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;
using static LocalDiplomacy.Functions.Tests.Running.AssociationUnderAClock;

namespace LocalDiplomacy.Functions.Tests.Lives;

/// <summary>Gabon's embassy leads, the Dominican Republic's stands beside it; each by a link of its own.</summary>
[Collection(ClockCollection.Name)]
public sealed class SeveralEmbassiesTests(AssociationUnderAClock association)
{
    private const string OtherAddress = "review@dominican.example";

    [Fact]
    public async Task All_who_are_asked_must_accept()
    {
        var (id, hash, lead, other) = await AskedAsync("Witness");
        var seen = (await association.Nobody.GetAsync($"/api/links/{other}")).Expect(200).Json["embassy"]!;
        Assert.Equal(("Witness", "GA", false), ((string?)seen["role"], (string?)seen["others"]![0]!["mission"]!["id"], (bool)seen["others"]![0]!["answered"]!));

        (await DecideAsync(other, "accept", hash, OtherAddress)).Expect(200);
        Assert.Equal("under-review", (string?)(await association.ReadAsync(id))["stage"]!["name"]);
        (await DecideAsync(other, "decline", hash, OtherAddress, withoutCode: true)).ExpectProblem(409, "AnsweredOtherwise");
        Assert.True((bool)(await association.Nobody.GetAsync($"/api/links/{lead}")).Expect(200).Json["embassy"]!["others"]![0]!["answered"]!);
        using var visitor = association.NewVisitor();
        Assert.True((await visitor.GetAsync($"/review/{lead}")).ExpectPage(200).HasForm("/decision"));
        Assert.False((await visitor.GetAsync($"/review/{other}")).ExpectPage(200).HasForm("/decision"));

        (await DecideAsync(lead, "accept", hash, Association.EmbassyAddress)).Expect(200);
        Assert.Equal("agreed", (string?)(await association.ReadAsync(id))["stage"]!["name"]);
    }

    [Fact]
    public async Task A_witness_may_leave_and_the_others_go_on()
    {
        var (id, hash, lead, other) = await AskedAsync("Witness");
        (await DecideAsync(other, "decline", hash, OtherAddress)).Expect(200);
        Assert.Equal("under-review", (string?)(await association.ReadAsync(id))["stage"]!["name"]);
        Assert.Contains("mou.embassy-declined.v1", await association.EventsAsync(id));
        (await DecideAsync(lead, "accept", hash, Association.EmbassyAddress)).Expect(200);
        Assert.Equal("agreed", (string?)(await association.ReadAsync(id))["stage"]!["name"]);
    }

    [Fact]
    public async Task A_signatory_that_declines_ends_the_matter()
    {
        var (id, hash, lead, other) = await AskedAsync("Signatory");
        (await DecideAsync(other, "decline", hash, OtherAddress)).Expect(200);
        Assert.Equal("declined", (string?)(await association.ReadAsync(id))["stage"]!["name"]);
        (await association.Nobody.GetAsync($"/api/links/{lead}")).ExpectProblem(410, "LinkOver");
    }

    [Fact]
    public async Task One_that_asks_for_changes_ends_the_round_for_all()
    {
        var (id, hash, lead, other) = await AskedAsync("Facilitator");
        (await DecideAsync(other, "request-changes", hash, OtherAddress, withoutCode: true)).ExpectProblem(400, "Missing");
        (await DecideAsync(other, "request-changes", hash, OtherAddress, "Clause 1 names no school.")).Expect(200);
        Assert.Equal("draft", (string?)(await association.ReadAsync(id))["stage"]!["name"]);
        using var visitor = association.NewVisitor();
        var over = (await visitor.GetAsync($"/review/{lead}")).ExpectPage(410);
        Assert.False(over.HasForm("/decision"));
        Assert.Contains("Clause 1 names no school.", (await association.Officer.GetAsync($"/office/mous/{id}")).ExpectPage(200).Body, StringComparison.Ordinal);
    }

    private async Task<(string Id, string Hash, string Lead, string Other)> AskedAsync(string role)
    {
        var draft = Draft("Variation");
        draft["otherMissions"] = new JsonArray(new JsonObject { ["mission"] = "DO", ["role"] = role });
        var mou = await association.SubmitAsync(draft);
        var (id, hash) = ((string)mou["id"]!, (string)mou["textHash"]!);
        return (id, hash, await association.ReviewTokenAsync(hash), await association.Mailbox.LinkAsync(OtherAddress, "review"));
    }

    private async Task<Answer> DecideAsync(string token, string choice, string hash, string address, string? reason = null, bool withoutCode = false) =>
        await association.Nobody.PostAsync($"/api/links/{token}/decision",
            Association.Decision(choice, hash, withoutCode ? null : await association.CodeAsync(token, address), reason));
}
