using System.Text.Json;
using LocalDiplomacy.Demo;

namespace LocalDiplomacy.EndToEnd.Tests.Kills;

/// <summary>One MOU from draft to signature by JSON, through all the kills; counts what was acknowledged.</summary>
internal sealed class Flow(StubbornClient client, Func<string, StubbornMailbox> mailboxOf, int number)
{
    /// <summary>What the record of an undisturbed flow holds, in this order.</summary>
    public static readonly IReadOnlyList<string> Plan =
    [
        "mou.draft-created.v1", "mou.draft-submitted.v1", "mou.changes-requested.v1", "mou.draft-replaced.v1", "mou.draft-submitted.v1",
        "mou.text-accepted.v1", "mou.signing-opened.v1", "mou.text-signed.v1", "mou.text-signed.v1", "mou.took-effect.v1",
    ];

    private readonly DemoMou _text = DemoMou.Load();
    private readonly StubbornMailbox _embassy = mailboxOf(Cast.EmbassyAddress);

    public string? Id { get; private set; }

    /// <summary>How many of the plan's events were acknowledged to somebody.</summary>
    public int Acknowledged { get; private set; }

    public async Task RunAsync()
    {
        var draft = await FineAsync(client.PostAsync("/api/mous", OfficeProgram.Body(_text)));
        Id = draft.GetProperty("id").GetString();
        Acknowledged = 1;
        await OfficeAsync("submit", new { textHash = HashOf(draft) });
        await DecideAsync("request-changes", DemoMou.ReasonForChanges);
        await ReviseAsync();
        await OfficeAsync("submit", new { textHash = HashOf(await FineAsync(client.GetAsync($"/api/mous/{Id}"))) });
        await DecideAsync("accept", null);
        var (governor, mayor) = (Cast.Governor with { Address = $"governor-{number}@gyeongbuk.example" }, Cast.Mayor with { Address = $"maire-{number}@libreville.example" });
        await OpenSigningAsync(governor, mayor);
        await SignAsync(governor);
        await SignAsync(mayor);
        await InEffectAsync();
        foreach (var signer in new[] { governor, mayor }) await ToldAsync(signer);
    }

    /// <summary>The record has everything that was acknowledged, once, and nothing that nobody did.</summary>
    public async Task CheckAsync()
    {
        var (id, acknowledged) = (Id, Acknowledged);
        if (id is null) return;
        var types = await HistoryAsync(id);
        Assert.True(types.Count >= acknowledged, $"{acknowledged} steps were acknowledged, the record has {types.Count}: {string.Join(", ", types)}");
        Assert.True(Plan.Take(types.Count).SequenceEqual(types), $"The record of {id} is not what was done: {string.Join(", ", types)}");
    }

    private async Task<IReadOnlyList<string>> HistoryAsync(string id)
    {
        var items = (await FineAsync(client.GetAsync($"/api/mous/{id}/history"))).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, items.Count), items.Select(item => item.GetProperty("number").GetInt32()));
        return [.. items.Select(item => item.GetProperty("type").GetString()!)];
    }

    private async Task OfficeAsync(string deed, object body)
    {
        await FineAsync(client.PostAsync($"/api/mous/{Id}/{deed}", body));
        Acknowledged++;
    }

    private async Task ReviseAsync()
    {
        var revised = _text with { Clauses = [.. _text.Clauses.Select((clause, n) => n == DemoMou.ClauseInQuestion ? clause with { Body = DemoMou.RevisedClause() } : clause)] };
        var version = (await FineAsync(client.GetAsync($"/api/mous/{Id}"))).GetProperty("version").GetInt32();
        await FineAsync(client.PutAsync($"/api/mous/{Id}/draft", OfficeProgram.Body(revised), $"\"{version}\""));
        Acknowledged++;
    }

    private async Task OpenSigningAsync(SignerToBe governor, SignerToBe mayor)
    {
        var textHash = HashOf(await FineAsync(client.GetAsync($"/api/mous/{Id}")));
        await OfficeAsync("signing", new { textHash, localGovernment = governor, counterparty = mayor, agreementStatement = DemoMou.AgreementStatement });
    }

    private async Task DecideAsync(string choice, string? reason)
    {
        var (token, hash) = await LinkAsync(_embassy, "review");
        await ByLinkAsync(_embassy, token, "decision", code => new { choice, name = "Jean-Baptiste Ndong", reason, reasonIsPublic = true, textHash = hash, code });
    }

    private async Task SignAsync(SignerToBe who)
    {
        var mailbox = mailboxOf(who.Address);
        var (token, hash) = await LinkAsync(mailbox, "sign");
        await ByLinkAsync(mailbox, token, "signature", code => new { name = who.Name, office = who.Office, intent = true, textHash = hash, code });
    }

    /// <summary>Opens the links of new mails until one asks for something in this matter.</summary>
    private async Task<(string Token, string Hash)> LinkAsync(StubbornMailbox mailbox, string page)
    {
        while (true)
        {
            var token = (await mailbox.NextAsync($"with a link to /{page}/…", mail => mail.LinkTo(page) is not null)).LinkTo(page)!.Split('/')[2];
            var link = await client.GetAsync($"/api/links/{token}");
            if (link.Fine && link.Body.GetProperty("state").GetString() == "open")
                return (token, link.Body.GetProperty("text").GetProperty("hash").GetString()!);
        }
    }

    /// <summary>Asks for a code and sends the deed with the codes that come, until one is right.</summary>
    private async Task ByLinkAsync(StubbornMailbox mailbox, string token, string deed, Func<string, object> body)
    {
        await mailbox.PutAsideAsync();
        await FineAsync(client.PostAsync($"/api/links/{token}/code", new { }));
        while (true)
        {
            var code = await mailbox.NextAsync("with a code", mail => mail.Code is not null);
            var answer = await client.PostAsync($"/api/links/{token}/{deed}", body(code.Code!));
            // A mail whose sending was not noted before the kill is sent again, with another code; the one for the round
            // before may so come after this round's was asked for and before it is made.
            if (answer.ProblemCode is "CodeWrong" or "CodeNotRequested") continue;
            Assert.True(answer.Fine, $"{deed}: {(int)answer.Status} {answer.Body}");
            Acknowledged++;
            return;
        }
    }

    private Task InEffectAsync() => Waiting.UntilAsync("the MOU is in effect", TimeSpan.FromSeconds(60), TimeSpan.FromMilliseconds(50), async () =>
        (await FineAsync(client.GetAsync($"/api/mous/{Id}"))).GetProperty("stage").GetProperty("name").GetString() == "in-effect");

    /// <summary>Asked to sign, the code, the copy, in effect: at least these four mails came.</summary>
    private Task ToldAsync(SignerToBe signer) => Waiting.UntilAsync($"{signer.Name} has four mails", TimeSpan.FromSeconds(60), TimeSpan.FromMilliseconds(50), async () =>
        await mailboxOf(signer.Address).DifferentSubjectsAsync() >= 4);

    private static string HashOf(JsonElement mou) => mou.GetProperty("textHash").GetString()!;

    private static async Task<JsonElement> FineAsync(Task<Answered> sending)
    {
        var answer = await sending;
        Assert.True(answer.Fine, $"{(int)answer.Status} {answer.Body}");
        return answer.Body;
    }
}
