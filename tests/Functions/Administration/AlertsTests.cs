using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Administration;

/// <summary>An alert from its opening to its end, as people and programs see it.</summary>
public sealed class AlertsTests(AssociationWithAlerts association) : IClassFixture<AssociationWithAlerts>
{
    [Fact]
    public async Task It_is_found_told_acknowledged_and_closed_by_itself()
    {
        var id = await SuspendedAsync();
        await association.PassAsync(TimeSpan.FromMinutes(6));
        var alert = (await FoundAsync("", id))!;
        var page = $"/desk/alerts/{alert["id"]}";
        Assert.Equal(("orchestration-stopped", "Memorandum on friendship"), ((string?)alert["kind"], (string?)alert["title"]!["en"]));
        Assert.Contains($"href=\"{page}\"", (await association.Operator.GetAsync("/desk/alerts")).ExpectPage(200).Body, StringComparison.Ordinal);
        Assert.True((int)(await association.Auditor.GetAsync("/api/desk/overview")).Expect(200).Json["openAlerts"]! > 0);
        Assert.Equal(1, (await association.Auditor.GetAsync("/desk")).ExpectPage(200).CountOf("a.numbers[href='/desk/alerts']"));

        await ToldAsync("desk@garok.example", $"{await CountAsync()} agreement");
        await PostedAsync("alert.opened", id);
        Assert.False((await association.Operator.GetAsync(page)).ExpectPage(200).HasForm("/acknowledge"));
        Assert.Equal(400, (await association.Administrator.PostAsync(page + "/acknowledge", (await association.Administrator.GetAsync(page)).Fields("/acknowledge", ("reason", " ")))).ExpectPage(400).Code);
        (await association.Administrator.PostAsync(page + "/acknowledge", (await association.Administrator.GetAsync(page)).Fields("/acknowledge", ("reason", "I am asking who did it.")))).Expect(303);
        Assert.Contains("I am asking who did it.", (await association.Auditor.GetAsync(page)).ExpectPage(200).Body, StringComparison.Ordinal);
        var seen = (await AcknowledgeAsync(alert, "So am I.", association.Deputy)).Expect(200).Json["acknowledgements"]!.AsArray();
        Assert.Equal(["I am asking who did it.", "So am I."], seen.Select(one => (string?)one!["reason"]));

        await association.Engine.ResumeInstanceAsync(id);
        await Waiting.UntilAsync("it runs", async () => (await association.Engine.GetInstanceAsync(id))!.RuntimeStatus == Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Running);
        await association.PassAsync(TimeSpan.FromMinutes(6));
        var closed = (await FoundAsync("?closed=true", id))!;
        Assert.Equal(((string?)alert["id"], "well-again"), ((string?)closed["id"], (string?)closed["end"]));
        Assert.NotNull((string?)closed["closedAt"]);
        await PostedAsync("alert.closed", id);
        Assert.False((await association.Administrator.GetAsync(page)).ExpectPage(200).HasForm("/acknowledge"));
        Assert.Equal(2, (await AcknowledgeAsync(alert, "Too late.", association.Deputy)).Expect(200).Json["acknowledgements"]!.AsArray().Count);
        Assert.Contains(page, (await association.Operator.GetAsync("/desk/alerts?closed=true")).ExpectPage(200).Body, StringComparison.Ordinal);
        await ToldAsync("desk@garok.example", "the alert is closed");
    }

    [Fact]
    public async Task What_is_wrong_with_a_request_is_named()
    {
        (await association.Administrator.GetAsync("/api/desk/alerts?closed=perhaps")).ExpectProblem(400, "QueryWrong");
        (await association.Administrator.GetAsync("/api/desk/alerts?cursor=x")).ExpectProblem(400, "QueryWrong");
        (await association.Administrator.GetAsync("/api/desk/alerts?closed=true&cursor=x")).ExpectProblem(400, "QueryWrong");
        (await association.Administrator.GetAsync("/api/desk/alerts/none")).ExpectProblem(404, "NotFound");
        (await association.Administrator.GetAsync("/desk/alerts/none")).ExpectPage(404);
        (await AcknowledgeAsync(new JsonObject { ["id"] = "none" }, "x", association.Administrator)).ExpectProblem(404, "NotFound");
        (await association.Nobody.GetAsync("/api/desk/alerts")).ExpectProblem(401, "SignInNeeded");
        (await association.Office.GetAsync("/api/desk/alerts")).ExpectProblem(403, "NotForYou");
        (await AcknowledgeAsync(new JsonObject { ["id"] = "none" }, "x", association.Operator)).ExpectProblem(403, "NotForYou");
    }

    private async Task<string> SuspendedAsync()
    {
        var id = (string)(await association.SubmittedAsync()).Mou["id"]!;
        await Waiting.UntilAsync("it is in the index", async () => (await association.Administrator.GetAsync($"/api/desk/mous?q={id}")).Expect(200).Json["items"]!.AsArray().Count == 1);
        await association.Engine.SuspendInstanceAsync(id);
        await Waiting.UntilAsync("it stands still", async () => (await association.Engine.GetInstanceAsync(id))!.RuntimeStatus == Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Suspended);
        return id;
    }

    private async Task<JsonNode?> FoundAsync(string query, string mou)
    {
        JsonNode? found = null;
        await Waiting.UntilAsync("the alert is there", async () =>
            (found = (await association.Operator.GetAsync("/api/desk/alerts" + query)).Expect(200).Json["items"]!.AsArray().FirstOrDefault(one => (string?)one!["mou"] == mou)) is not null);
        return found;
    }

    private async Task<int> CountAsync() =>
        (await association.Operator.GetAsync("/api/desk/alerts")).Expect(200).Json["items"]!.AsArray().Count(one => (string?)one!["kind"] == "orchestration-stopped");

    private Task ToldAsync(string to, string words) =>
        Waiting.UntilAsync($"{to} is told of {words}", async () => (await association.Mailbox.AllAsync(to)).Any(mail => mail.Text.Contains("/desk/alerts", StringComparison.Ordinal) && $"{mail.Subject}\n{mail.Text}".Contains(words, StringComparison.Ordinal)));

    /// <summary>As docs/operations.md says that a receiver does it.</summary>
    private async Task PostedAsync(string type, string mou)
    {
        PostedAlert? posted = null;
        await Waiting.UntilAsync($"{type} is posted", () => Task.FromResult((posted = association.Posted.FirstOrDefault(one => (string?)JsonNode.Parse(one.Body)!["type"] == type && one.Body.Contains(mou, StringComparison.Ordinal))) is not null));
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(AssociationWithAlerts.Secret), Encoding.UTF8.GetBytes($"{posted!.Timestamp}.{posted.Body}"));
        Assert.Equal("v1=" + Convert.ToHexStringLower(expected), posted.Signature);
        Assert.Equal((string?)JsonNode.Parse(posted.Body)!["id"], posted.Delivery);
    }

    private static Task<Answer> AcknowledgeAsync(JsonNode alert, string reason, Visitor by) => by.SendAsync(new(HttpMethod.Post, $"/api/desk/alerts/{alert["id"]}/acknowledge")
    {
        Headers = { { "Idempotency-Key", ApiCaller.NewKey() } },
        Content = new StringContent(new JsonObject { ["reason"] = reason }.ToJsonString(), Encoding.UTF8, "application/json"),
    });
}
