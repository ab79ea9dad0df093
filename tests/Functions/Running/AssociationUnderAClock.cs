using System.Globalization;
using System.Text.Json.Nodes;
using LocalDiplomacy.Workflows.Deadlines;

namespace LocalDiplomacy.Functions.Tests.Running;

/// <summary>
/// The sample association under a clock that tests skip ahead. Sisterhood goes through the council, fields through a binding
/// central review, letters of intent through an advisory one; these and friendship are reported within ten days. All else is off.
/// </summary>
public sealed class AssociationUnderAClock : Association
{
    private ProgramWithAClock _program = null!;

    public Visitor Council { get; private set; } = null!;

    public DateOnly Today => SeoulTime.DayOf(_program.Clock.GetUtcNow());

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await SwitchStepsOnAsync();
        Council = await SignInAsync("council@gyeongbuk.example");
    }

    public override async Task DisposeAsync() => await _program.DisposeAsync();

    /// <summary>To noon of that day in Seoul. Sessions and keys have run out by then: the office signs in anew.</summary>
    public async Task SkipToAsync(DateOnly day)
    {
        await _program.SkipToAsync(SeoulTime.On(day, new(12, 0)));
        Officer = await SignInAsync("officer@gyeongbuk.example");
        Office = new ApiCaller(Address, await MakeKeyAsync(Officer));
        Council = await SignInAsync("council@gyeongbuk.example");
    }

    /// <summary>A draft of a kind, at the first who is asked.</summary>
    public async Task<JsonNode> SubmitAsync(JsonObject draft, JsonObject? central = null)
    {
        var mou = (await Office.PostAsync("/api/mous", draft)).Expect(201).Json;
        return (await Office.PostAsync($"/api/mous/{mou["id"]}/submit", new JsonObject { ["textHash"] = (string)mou["textHash"]!, ["central"] = central })).Expect(200).Json;
    }

    /// <summary>Accepted by Gabon's embassy and signed on paper today.</summary>
    public async Task<JsonNode> SignedAsync(JsonObject draft)
    {
        var mou = await SubmitAsync(draft);
        var (id, hash) = ((string)mou["id"]!, (string)mou["textHash"]!);
        return await SignOnPaperAsync(id, hash);
    }

    /// <summary>What is with Gabon's embassy: it accepts, and both sign on paper today.</summary>
    public async Task<JsonNode> SignOnPaperAsync(string id, string hash)
    {
        (await DecideAsync(await ReviewTokenAsync(hash), "accept", hash)).Expect(200);
        var signer = new JsonObject { ["name"] = "Lee Chul-ho", ["office"] = "Governor" };
        (await ActAsync(id, "set-ceremony", new JsonObject
        {
            ["textHash"] = hash,
            ["place"] = "Andong",
            ["on"] = Day(Today),
            ["localGovernment"] = signer,
            ["counterparty"] = signer.DeepClone(),
        })).Expect(200);
        return (await ActAsync(id, "record-signatures", new JsonObject { ["textHash"] = hash, ["signedOn"] = Day(Today) })).Expect(200).Json;
    }

    /// <summary>A scan of a page that nobody else has.</summary>
    public async Task<Answer> KeepScanAsync(string id, string side)
    {
        using var body = new ByteArrayContent(ScannedPage.Make());
        body.Headers.ContentType = new("application/pdf");
        return await Office.SendAsync(HttpMethod.Post, $"/api/mous/{id}/originals/{side}/scans", body, ("Idempotency-Key", ApiCaller.NewKey()));
    }

    public async Task<JsonNode> ReadAsync(string id) => (await Office.GetAsync($"/api/mous/{id}")).Expect(200).Json;

    public Task<Answer> ActAsync(string id, string action, JsonObject fields) => Office.PostAsync($"/api/mous/{id}/actions/{action}", fields);

    /// <summary>An action's form on its page, sent as it is filled in.</summary>
    public static async Task<Answer> ActOnPageAsync(Visitor by, string id, string action, params (string Name, string Value)[] fields)
    {
        var path = $"/office/mous/{id}/actions/{action}";
        return await by.PostAsync(path, (await by.GetAsync(path)).ExpectPage(200).Fields($"/actions/{action}", fields));
    }

    public async Task<IReadOnlyList<string>> EventsAsync(string id) =>
        [.. (await Office.GetAsync($"/api/mous/{id}/history")).Expect(200).Json["items"]!.AsArray().Select(entry => (string)entry!["type"]!)];

    /// <summary>What time brings about comes a moment after the clock was moved.</summary>
    public Task BecomesAsync(string id, string stage) => Waiting.UntilAsync(
        $"{id} is {stage}", async () => (string?)(await ReadAsync(id))["stage"]!["name"] == stage);

    public static JsonObject Draft(string kind, JsonNode? term = null, JsonNode? origin = null)
    {
        var draft = Drafts.Good(purpose: $"The participants will support youth exchange. ({ApiCaller.NewKey()})");
        (draft["kind"], draft["term"], draft["origin"]) = (kind, term, origin);
        return draft;
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly Day(JsonNode? day) => DateOnly.Parse((string)day!, CultureInfo.InvariantCulture);

    protected override async Task<Uri> StartAsync() => (_program = await ProgramWithAClock.StartAsync()).Address;

    private async Task SwitchStepsOnAsync()
    {
        using var read = new HttpRequestMessage(HttpMethod.Get, "/api/desk/settings");
        var standing = (await Administrator.SendAsync(read)).Expect(200);
        var kinds = standing.Json["kinds"]!.DeepClone().AsArray();
        JsonNode Kind(string name) => kinds.Single(kind => (string?)kind!["kind"] == name)!;
        Kind("Sisterhood")["council"] = new JsonObject { ["isRequired"] = true, ["legalBasis"] = "Local Autonomy Act, art. 47" };
        Kind("Field")["centralReview"] = "Binding";
        Kind("LetterOfIntent")["centralReview"] = "Advisory";
        Kind("Friendship")["times"]!["notificationDays"] = 10;
        Kind("LetterOfIntent")["times"]!["notificationDays"] = 10;
        using var replace = new HttpRequestMessage(HttpMethod.Put, "/api/desk/settings")
        {
            Content = new StringContent(new JsonObject { ["kinds"] = kinds, ["reason"] = "Tests." }.ToJsonString(), System.Text.Encoding.UTF8, "application/json"),
        };
        replace.Headers.TryAddWithoutValidation("If-Match", standing.ETag);
        (await Administrator.SendAsync(replace)).Expect(200);
    }
}

[CollectionDefinition(Name)]
public sealed class ClockCollection : ICollectionFixture<AssociationUnderAClock>
{
    public const string Name = "The running program under a clock";
}
