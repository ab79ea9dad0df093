using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LocalDiplomacy.Functions.Tests.Running;

/// <summary>The sample association, signed in: shared by all tests that talk to the running program.</summary>
public partial class Association : IAsyncLifetime
{
    public const string EmbassyAddress = "review@gabon.example";

    /// <summary>Where it runs as a process of its own.</summary>
    public RunningProgram Program { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public Mailbox Mailbox { get; private set; } = null!;

    /// <summary>Gyeongsangbuk-do's officer, and its program.</summary>
    public Visitor Officer { get; protected set; } = null!;

    public ApiCaller Office { get; protected set; } = null!;

    public string OfficeKey { get; private set; } = "";

    /// <summary>Andong's.</summary>
    public Visitor Clerk { get; private set; } = null!;

    public ApiCaller OtherOffice { get; private set; } = null!;

    /// <summary>The desk's administrator.</summary>
    public Visitor Administrator { get; private set; } = null!;

    /// <summary>The desk's other administrator.</summary>
    public Visitor Deputy { get; private set; } = null!;

    /// <summary>Those of the association who read and change nothing.</summary>
    public Visitor Operator { get; private set; } = null!;

    public Visitor Auditor { get; private set; } = null!;

    public ApiCaller Nobody { get; private set; } = null!;

    public Visitor NewVisitor(string language = "en") => new(Address, language);

    public virtual async Task InitializeAsync()
    {
        Address = await StartAsync();
        Mailbox = new Mailbox(Address);
        Nobody = new ApiCaller(Address);
        Officer = await SignInAsync("officer@gyeongbuk.example");
        Clerk = await SignInAsync("clerk@andong.example");
        Administrator = await SignInAsync("desk@garok.example");
        Deputy = await SignInAsync("deputy@garok.example");
        Operator = await SignInAsync("operator@garok.example");
        Auditor = await SignInAsync("auditor@garok.example");
        OfficeKey = await MakeKeyAsync(Officer);
        Office = new ApiCaller(Address, OfficeKey);
        OtherOffice = new ApiCaller(Address, await MakeKeyAsync(Clerk));
    }

    public virtual async Task DisposeAsync() => await Program.DisposeAsync();

    /// <returns>Where the program listens.</returns>
    protected virtual Task<Uri> StartAsync() => StartAsync(null);

    protected async Task<Uri> StartAsync(IReadOnlyDictionary<string, string>? settings)
    {
        Program = await RunningProgram.StartAsync(settings);
        return Program.Address;
    }

    /// <summary>A fresh draft of Gyeongsangbuk-do, as the API answers it. No two have the same text: links are told apart by it.</summary>
    public async Task<JsonNode> DraftAsync(string purpose = "The participants will support youth exchange.") =>
        (await Office.PostAsync("/api/mous", Drafts.Good(purpose: $"{purpose} ({ApiCaller.NewKey()})"))).Expect(201).Json;

    /// <summary>A draft at the embassy.</summary>
    /// <returns>The MOU, and the token of the link in the embassy's mail.</returns>
    public async Task<(JsonNode Mou, string Token)> SubmittedAsync()
    {
        var draft = await DraftAsync();
        return await SubmitAsync((string)draft["id"]!, (string)draft["textHash"]!);
    }

    public async Task<(JsonNode Mou, string Token)> SubmitAsync(string id, string textHash)
    {
        var mou = (await Office.PostAsync($"/api/mous/{id}/submit", new JsonObject { ["textHash"] = textHash })).Expect(200).Json;
        return (mou, await ReviewTokenAsync(textHash));
    }

    /// <summary>The embassy's unread link to this text: all its mails go to one address and name none of our ids.</summary>
    public async Task<string> ReviewTokenAsync(string textHash)
    {
        while (true)
        {
            var token = await Mailbox.LinkAsync(EmbassyAddress, "review");
            var link = await Nobody.GetAsync($"/api/links/{token}");
            if (link.Code == 200 && (string?)link.Json["text"]!["hash"] == textHash)
                return token;
        }
    }

    /// <summary>Decides by JSON, with the code from the second mail.</summary>
    public async Task<Answer> DecideAsync(string token, string choice, string textHash, string? reason = null, string? key = null) =>
        await Nobody.PostAsync($"/api/links/{token}/decision", Decision(choice, textHash, await CodeAsync(token, EmbassyAddress), reason), key);

    public async Task<string> CodeAsync(string token, string to) =>
        await Mailbox.CodeAsync(to, async () => (await Nobody.PostAsync($"/api/links/{token}/code", null)).Expect(202));

    public static JsonObject Decision(string? choice, string? textHash, string? code, string? reason = null, string? name = "Jean Moussavou") =>
        new() { ["choice"] = choice, ["name"] = name, ["reason"] = reason, ["textHash"] = textHash, ["code"] = code };

    /// <summary>An MOU that the embassy accepted.</summary>
    public async Task<JsonNode> AgreedAsync()
    {
        var (mou, token) = await SubmittedAsync();
        (await DecideAsync(token, "accept", (string)mou["textHash"]!)).Expect(200);
        return (await Office.GetAsync($"/api/mous/{mou["id"]}")).Expect(200).Json;
    }

    /// <summary>An MOU whose signers were asked.</summary>
    public async Task<(JsonNode Mou, string GovernorToken, string MayorToken, string Signers)> SigningAsync()
    {
        var mou = await AgreedAsync();
        var signers = ApiCaller.NewKey();
        (await Office.PostAsync($"/api/mous/{mou["id"]}/signing", Drafts.Signing((string)mou["textHash"]!, signers))).Expect(200);
        return (mou, await Mailbox.LinkAsync($"governor-{signers}@gyeongbuk.example", "sign"), await Mailbox.LinkAsync($"maire-{signers}@libreville.example", "sign"), signers);
    }

    public async Task<Visitor> SignInAsync(string address)
    {
        var visitor = NewVisitor();
        var code = await Mailbox.CodeAsync(address, async () => (await visitor.PostAsync("/sign-in", ("address", address))).Expect(303));
        (await visitor.PostAsync("/sign-in/code", ("code", code))).Expect(303);
        return visitor;
    }

    protected static async Task<string> MakeKeyAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync("/office/keys");
        var made = await visitor.PostAsync("/office/keys", ("label", "Tests"), ("key", page.Hidden("/office/keys", "key")));
        return Key().Match(made.Expect(200).Body).Value;
    }

    [GeneratedRegex("ldk_[A-Za-z0-9_-]+")]
    private static partial Regex Key();
}

[CollectionDefinition(Name)]
public sealed class RunningCollection : ICollectionFixture<Association>
{
    public const string Name = "The running program";
}
