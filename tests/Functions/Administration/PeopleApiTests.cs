using System.Text;
using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Administration;

/// <summary>People, keys and sign-ins as programs read and change them: each test with people of its own.</summary>
[Collection(RunningCollection.Name)]
public sealed class PeopleApiTests(Association association)
{
    private const string Path = "/api/desk/people";

    private Visitor Desk => association.Administrator;

    [Fact]
    public async Task Somebody_added_signs_in_is_promoted_and_is_out_the_moment_the_access_ends()
    {
        var address = NewAddress();
        var key = ApiCaller.NewKey();
        var added = (await SendAsync(Desk, "POST", Path, Person(address), key: key)).Expect(201);
        var id = (string)added.Json["id"]!;
        Assert.Equal(($"{Path}/persons/{id}", "\"1\"", "active", null), (added.Location, added.ETag, (string?)added.Json["state"], added.Json["waiting"]));
        Assert.Equal(id, (string?)(await SendAsync(Desk, "POST", Path, Person(address), key: key)).Expect(201).Json["id"]);

        using var person = await association.SignInAsync(address);
        (await person.GetAsync("/office")).ExpectPage(200);
        (await person.GetAsync(Path)).ExpectProblem(403, "NotForYou");

        var promoted = Person(address);
        (promoted["role"], promoted["reason"]) = ("HeadOfOffice", "Promoted");
        (await SendAsync(Desk, "PUT", $"{Path}/persons/{id}", promoted)).ExpectProblem(428, "IfMatchMissing");
        (await SendAsync(Desk, "PUT", $"{Path}/persons/{id}", promoted, tag: "\"1\"")).Expect(200);
        promoted["name"] = "Somebody else";
        Assert.Equal(2, (int)(await SendAsync(Desk, "PUT", $"{Path}/persons/{id}", promoted, tag: "\"1\"")).ExpectProblem(412, "Stale")["current"]!["version"]!);

        (await SendAsync(Desk, "POST", $"{Path}/persons/{id}/end", new() { ["reason"] = "Moved" })).Expect(200);
        Assert.Equal("ended", (string?)(await SendAsync(Desk, "POST", $"{Path}/persons/{id}/end", new() { ["reason"] = "Again" })).Expect(200).Json["state"]);
        (await person.GetAsync("/office")).ExpectPage(401);
        (await person.GetAsync("/api/mous")).ExpectProblem(401, "SignInNeeded");

        var record = (await Desk.GetAsync(Path + "/changes?limit=100")).Expect(200).Json["items"]!.AsArray().Where(entry => (string?)entry!["personId"] == id).ToList();
        Assert.Equal(["ended Moved", "changed Promoted", "added New at the desk"], record.Select(entry => $"{entry!["what"]} {entry["reason"]}"));
        Assert.All(record, entry => Assert.Equal("Lee Seo-yeon", (string?)entry!["by"]));
        Assert.DoesNotContain(address, string.Join('\n', record.Select(entry => entry!.ToJsonString())), StringComparison.OrdinalIgnoreCase);
        Assert.Null((await Desk.GetAsync($"{Path}/persons/{id}")).Expect(200).Json["address"]);
    }

    [Fact]
    public async Task An_administrator_and_an_address_take_two()
    {
        var body = Person(NewAddress(), office: null, role: "Administrator");
        var proposed = (await SendAsync(Desk, "POST", Path, body)).Expect(201).Json;
        var (id, number) = ((string)proposed["id"]!, (int)proposed["waiting"]!["proposal"]!);
        Assert.Equal("proposed", (string?)proposed["state"]);

        (await SendAsync(Desk, "POST", $"{Path}/proposals/{number}/confirm", null)).ExpectProblem(403, "ProposerCannotConfirm");
        (await SendAsync(association.Deputy, "POST", $"{Path}/proposals/{number}/confirm", null)).Expect(200);
        (await SendAsync(association.Deputy, "POST", $"{Path}/proposals/{number}/confirm", null)).Expect(200);
        Assert.Equal("active", (string?)(await Desk.GetAsync($"{Path}/persons/{id}")).Expect(200).Json["state"]);

        (body["address"], body["reason"]) = (NewAddress(), "Another box");
        var waiting = (await SendAsync(association.Deputy, "PUT", $"{Path}/persons/{id}", body, tag: "*")).Expect(200).Json["waiting"]!;
        Assert.Equal((string?)body["address"], (string?)waiting["address"]);
        (await SendAsync(Desk, "POST", $"{Path}/persons/{id}/end", new() { ["reason"] = "x" })).Expect(200);
        (await SendAsync(Desk, "POST", $"{Path}/proposals/{waiting["proposal"]}/confirm", null)).ExpectProblem(409, "ProposalIsOver");
    }

    [Fact]
    public async Task Somebody_who_was_only_proposed_is_gone_when_it_is_withdrawn()
    {
        var proposed = (await SendAsync(Desk, "POST", Path, Person(NewAddress(), office: null, role: "Administrator"))).Expect(201).Json;

        (await SendAsync(association.Deputy, "POST", $"{Path}/proposals/{proposed["waiting"]!["proposal"]}/withdraw", null)).Expect(204);
        (await SendAsync(association.Deputy, "POST", $"{Path}/proposals/{proposed["waiting"]!["proposal"]}/withdraw", null)).Expect(204);

        (await Desk.GetAsync($"{Path}/persons/{proposed["id"]}")).ExpectProblem(404, "NotFound");
    }

    [Fact]
    public async Task Nobody_takes_the_role_from_themselves()
    {
        var self = (await Desk.GetAsync(Path + "/persons/sample-desk")).Expect(200).Json;

        (await SendAsync(Desk, "POST", $"{Path}/persons/{self["id"]}/end", new() { ["reason"] = "Enough" })).ExpectProblem(409, "OwnRole");
        var body = new JsonObject { ["reason"] = "Enough" };
        foreach (var field in new[] { "name", "jobTitle", "address", "language" }) body[field] = self[field]!.DeepClone();
        body["role"] = "Operator";
        (await SendAsync(Desk, "PUT", $"{Path}/persons/{self["id"]}", body, tag: "*")).ExpectProblem(409, "OwnRole");
        (await Desk.GetAsync("/desk")).ExpectPage(200);
    }

    [Fact]
    public async Task What_is_wrong_is_named_field_by_field_with_its_remedy()
    {
        var problem = (await SendAsync(Desk, "POST", Path, new JsonObject { ["role"] = "Drafter", ["memberOf"] = "", ["language"] = "zh", ["address"] = "a@b@c" })).ExpectProblem(400, "FieldsWrong");

        Assert.Equal(["name", "jobTitle", "address", "role", "language", "reason"], problem["errors"]!.AsObject().Select(error => error.Key));
        Assert.Contains("Choose administrator, operator or auditor for the association", problem["errors"]!["role"]!.ToJsonString(), StringComparison.Ordinal);
        var taken = (await SendAsync(Desk, "POST", Path, Person("Officer@gyeongbuk.example"))).ExpectProblem(400, "AddressInUse");
        Assert.Equal(["address"], taken["errors"]!.AsObject().Select(error => error.Key));
        (await SendAsync(Desk, "POST", Path, new JsonObject { ["rank"] = 3 })).ExpectProblem(400, "UnknownField");
        (await Desk.GetAsync(Path + "?q=" + new string('x', 101))).ExpectProblem(400, "QueryWrong");
        (await Desk.GetAsync(Path + "/sign-ins?day=yesterday")).ExpectProblem(400, "QueryWrong");
        (await Desk.GetAsync(Path + "/sign-ins?cursor=9")).ExpectProblem(400, "QueryWrong");
        (await Desk.GetAsync(Path + "/changes?cursor=zzz")).ExpectProblem(400, "QueryWrong");
        (await Desk.GetAsync(Path + "/persons/no%27body")).ExpectProblem(404, "NotFound");
        (await Desk.GetAsync(Path + "/offices/99/keys")).ExpectProblem(404, "NotFound");
    }

    [Fact]
    public async Task Who_reads_only_reads_addresses_masked_and_changes_nothing()
    {
        foreach (var reader in new[] { association.Operator, association.Auditor })
        {
            var body = (await reader.GetAsync(Path)).Expect(200);
            Assert.Contains("o•••@gyeongbuk.example", body.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("officer@gyeongbuk.example", body.Body, StringComparison.Ordinal);
            (await SendAsync(reader, "POST", Path, Person(NewAddress()))).ExpectProblem(403, "NotForYou");
            (await SendAsync(reader, "POST", Path + "/persons/sample-andong/end", new() { ["reason"] = "x" })).ExpectProblem(403, "NotForYou");
        }
    }

    [Fact]
    public async Task An_offices_key_is_revoked_by_the_desk_with_a_reason_that_the_office_reads()
    {
        var made = (await SendAsync(association.Clerk, "POST", "/api/keys", new() { ["label"] = "Lost", ["days"] = 30 })).Expect(201).Json;
        var (id, plain) = ((string)made["id"]!, (string)made["key"]!);
        using var program = new ApiCaller(association.Address, plain);
        (await program.GetAsync("/api/mous")).Expect(200);
        const string Keys = Path + "/offices/47-안동시/keys";

        var listed = (await association.Auditor.GetAsync(Keys)).Expect(200);
        var key = listed.Json["items"]!.AsArray().Single(one => (string?)one!["id"] == id)!;
        Assert.Equal("Park Min-ho", (string?)key["madeBy"]);
        Assert.NotNull(key["lastUsedAt"]);
        Assert.DoesNotContain(plain, listed.Body, StringComparison.Ordinal);

        (await SendAsync(Desk, "POST", $"{Keys}/{id}/end", new())).ExpectProblem(400, "Missing");
        (await SendAsync(Desk, "POST", $"{Keys}/{id}/end", new() { ["reason"] = "It was in a mail" })).Expect(200);
        (await SendAsync(association.Deputy, "POST", $"{Keys}/{id}/end", new() { ["reason"] = "Again" })).Expect(200);
        (await program.GetAsync("/api/mous")).ExpectProblem(401, "SignInNeeded");
        var read = (await association.Clerk.GetAsync("/api/keys")).Expect(200).Json["items"]!.AsArray().Single(one => (string?)one!["id"] == id)!;
        Assert.Equal(("Lee Seo-yeon", "It was in a mail"), ((string?)read["endedBy"], (string?)read["endReason"]));
        (await SendAsync(Desk, "POST", $"{Keys}/{new string('0', 16)}/end", new() { ["reason"] = "x" })).ExpectProblem(404, "NotFound");
        (await SendAsync(association.Clerk, "POST", "/api/keys", new() { ["label"] = "Long", ["days"] = 366 })).ExpectProblem(400, "KeyDaysOutOfRange");
    }

    [Fact]
    public async Task Sign_ins_are_listed_by_the_day_and_by_the_person_and_strangers_only_counted()
    {
        var address = NewAddress();
        var id = (string)(await SendAsync(Desk, "POST", Path, Person(address))).Expect(201).Json["id"]!;
        using var person = await association.SignInAsync(address);
        (await person.PostAsync("/sign-out")).Expect(303);
        using var stranger = association.NewVisitor();
        (await stranger.PostAsync("/sign-in", ("address", "stranger@elsewhere.example"))).Expect(303);

        var own = (await Desk.GetAsync($"{Path}/persons/{id}/sign-ins")).Expect(200).Json["items"]!.AsArray();
        Assert.Equal(["signed-out", "signed-in", "asked"], own.Select(entry => (string?)entry!["what"]));
        var page = (await association.Auditor.GetAsync(Path + "/sign-ins?limit=1")).Expect(200);
        var next = (await association.Auditor.GetAsync($"{Path}/sign-ins?limit=100&cursor={page.Json["next"]}&day={page.Json["day"]}")).Expect(200);
        Assert.DoesNotContain((string?)page.Json["items"]![0]!["at"], next.Json["items"]!.AsArray().Take(1).Select(entry => (string?)entry!["at"]));
        Assert.Contains(page.Json["unknown"]!.AsArray(), one => (string?)one!["what"] == "asked" && (int)one["count"]! >= 1);
        Assert.DoesNotContain("elsewhere", page.Body + next.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(address, page.Body + next.Body, StringComparison.Ordinal);
        Assert.Empty((await Desk.GetAsync(Path + "/sign-ins?day=2020-01-01")).Expect(200).Json["items"]!.AsArray());
        (await Desk.GetAsync($"{Path}/persons/nobody/sign-ins")).ExpectProblem(404, "NotFound");
    }

    private static string NewAddress() => $"p-{ApiCaller.NewKey()}@andong.example";

    private static JsonObject Person(string address, string? office = "47-안동시", string role = "Drafter") => new()
    {
        ["name"] = "Han Ji-woo",
        ["jobTitle"] = "Officer",
        ["address"] = address,
        ["memberOf"] = office,
        ["role"] = role,
        ["language"] = "en",
        ["reason"] = "New at the desk",
    };

    private static async Task<Answer> SendAsync(Visitor visitor, string method, string path, JsonObject? body, string? tag = null, string? key = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        if (method == "POST") request.Headers.Add("Idempotency-Key", key ?? ApiCaller.NewKey());
        return await visitor.SendAsync(request);
    }
}
