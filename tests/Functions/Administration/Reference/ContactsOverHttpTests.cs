using System.Text;
using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Administration.Reference;

/// <summary>Nobody alone turns an embassy's mail elsewhere: by no page, no call and no file.</summary>
[Collection(RunningCollection.Name)]
public sealed class ContactsOverHttpTests(Association association)
{
    [Fact]
    public async Task On_pages_one_proposes_and_another_confirms_and_both_addresses_are_told()
    {
        const string Path = "/desk/reference/missions/DE";
        await ChangeAsync("DE", "former@germany.example");
        var page = (await association.Administrator.GetAsync(Path)).ExpectPage(200);
        (await association.Administrator.PostAsync($"{Path}/contact", ("address", "new@germany.example"), ("reason", "Verbalnote 7"), ("key", page.Hidden($"{Path}/contact", "key")))).Expect(303);

        var own = (await association.Administrator.GetAsync(Path)).ExpectPage(200);
        Assert.False(own.HasForm($"{Path}/contact/confirm"));
        var proposal = own.Hidden($"{Path}/contact/withdraw", "proposal");
        var refused = (await association.Administrator.PostAsync($"{Path}/contact/confirm", ("proposal", proposal), ("key", "k"))).ExpectPage(403);
        Assert.Contains("cannot confirm it", refused.Body, StringComparison.Ordinal);
        Assert.Equal("former@germany.example", await ContactAsync("DE"));

        await Told("deputy@garok.example", "Verbalnote 7");
        Assert.Contains("new@germany.example", (await association.Deputy.GetAsync("/desk/reference")).ExpectPage(200).Body, StringComparison.Ordinal);
        var others = (await association.Deputy.GetAsync(Path)).ExpectPage(200);
        (await association.Deputy.PostAsync($"{Path}/contact/confirm", ("proposal", others.Hidden($"{Path}/contact/confirm", "proposal")), ("key", "k"))).Expect(303);

        Assert.Equal("new@germany.example", await ContactAsync("DE"));
        await Told("former@germany.example", "n•••@germany.example");
        await Told("new@germany.example", "f•••@germany.example");
        Assert.Contains("Verbalnote 7", (await association.Deputy.GetAsync(Path)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_JSON_it_takes_two_as_well()
    {
        var waiting = (await PostAsync(association.Administrator, "/api/desk/missions/IT/contact", new JsonObject { ["address"] = "italy@italy.example", ["reason"] = "By telephone" })).Expect(201).Json;
        var proposal = new JsonObject { ["proposal"] = (int)waiting["waiting"]!["proposal"]! };

        (await PostAsync(association.Administrator, "/api/desk/missions/IT/contact/confirm", proposal)).ExpectProblem(403, "ProposerCannotConfirm");
        (await PostAsync(association.Deputy, "/api/desk/missions/IT/contact", new JsonObject { ["address"] = "other@italy.example", ["reason"] = "x" })).ExpectProblem(409, "ProposalWaits");
        (await PostAsync(association.Deputy, "/api/desk/missions/IT/contact/confirm", new JsonObject { ["proposal"] = 1 })).ExpectProblem(409, "ProposalIsOver");
        (await PostAsync(association.Deputy, "/api/desk/missions/IT/contact/confirm", new JsonObject())).ExpectProblem(400, "Missing");
        Assert.Null(await ContactAsync("IT"));

        var done = (await PostAsync(association.Deputy, "/api/desk/missions/IT/contact/confirm", proposal)).Expect(200).Json;
        Assert.Equal("italy@italy.example", (string?)done["contact"]);
        (await PostAsync(association.Deputy, "/api/desk/missions/IT/contact", new JsonObject { ["address"] = "Italy@italy.example", ["reason"] = "x" })).ExpectProblem(409, "AddressIsOnFile");
    }

    [Fact]
    public async Task Withdrawn_it_cannot_be_confirmed()
    {
        var waiting = (await PostAsync(association.Administrator, "/api/desk/missions/ES/contact", new JsonObject { ["address"] = "es@es.example", ["reason"] = "x" })).Expect(201).Json;
        var proposal = new JsonObject { ["proposal"] = (int)waiting["waiting"]!["proposal"]! };

        (await PostAsync(association.Administrator, "/api/desk/missions/ES/contact/withdraw", proposal)).Expect(200);

        (await PostAsync(association.Deputy, "/api/desk/missions/ES/contact/confirm", proposal)).ExpectProblem(409, "ProposalIsOver");
        Assert.Null(await ContactAsync("ES"));
    }

    [Fact]
    public async Task Neither_a_row_nor_a_file_has_a_word_for_it()
    {
        const string Path = "/desk/reference/missions/NL";
        var page = (await association.Administrator.GetAsync(Path)).ExpectPage(200);
        var form = new Dictionary<string, string> { ["key"] = "k", ["version"] = page.Hidden(Path, "version"), ["region"] = "EUROPE", ["language"] = "en", ["timeZone"] = "Europe/Amsterdam", ["contact"] = "x@attacker.example", ["address"] = "x@attacker.example" };
        foreach (var language in new[] { "ko", "en", "fr", "es" }) (form[$"name.{language}"], form[$"country.{language}"]) = ($"Embassy {language}", $"Netherlands {language}");
        (await association.Administrator.PostAsync(Path, form)).Expect(303);
        Assert.Null(await ContactAsync("NL"));

        const string FilePath = "/desk/reference/files/missions";
        var content = Convert.ToBase64String(Encoding.UTF8.GetBytes("id,country_ko,country_en,country_fr,country_es,name_ko,name_en,name_fr,name_es,region,language,contact\nNL,네덜란드,Netherlands,Pays-Bas,Países Bajos,주한 네덜란드 대사관,Embassy,Ambassade,Embajada,EUROPE,en,x@attacker.example\n"));
        var refused = (await association.Administrator.PostAsync($"{FilePath}/apply", ("content", content), ("revision", ""), ("key", "k"))).ExpectPage(422);
        Assert.Contains("another administrator", refused.Body, StringComparison.Ordinal);
        Assert.Null(await ContactAsync("NL"));
    }

    private async Task ChangeAsync(string id, string address)
    {
        var waiting = (await PostAsync(association.Administrator, $"/api/desk/missions/{id}/contact", new JsonObject { ["address"] = address, ["reason"] = "First address" })).Expect(201).Json;
        (await PostAsync(association.Deputy, $"/api/desk/missions/{id}/contact/confirm", new JsonObject { ["proposal"] = (int)waiting["waiting"]!["proposal"]! })).Expect(200);
    }

    private async Task<string?> ContactAsync(string id) => (string?)(await association.Administrator.GetAsync($"/api/desk/missions/{id}")).Expect(200).Json["contact"];

    private Task Told(string address, string words) => Waiting.UntilAsync(
        $"{address} is told", async () => (await association.Mailbox.AllAsync(address)).Any(mail => mail.Text.Contains(words, StringComparison.Ordinal)));

    private static async Task<Answer> PostAsync(Visitor by, string path, JsonObject body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", ApiCaller.NewKey());
        return await by.SendAsync(request);
    }
}
