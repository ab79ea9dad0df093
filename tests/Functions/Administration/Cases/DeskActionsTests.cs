using System.Globalization;
using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;
using LocalDiplomacy.Workflows.Secretariat.Actions;

namespace LocalDiplomacy.Functions.Tests.Administration.Cases;

/// <summary>What the desk does with an office's case: each deed done, repeated, refused, and asked for by somebody who may not.</summary>
[Collection(RunningCollection.Name)]
public sealed class DeskActionsTests(Association association)
{
    [Fact]
    public async Task A_case_is_held_up_given_to_a_successor_and_released_by_json()
    {
        var id = await SubmittedAsync();
        (await PostAsync(id, "release", Why("x"))).ExpectProblem(409, "NotOnHold");
        Assert.Equal("on-hold", StageOf(await DoAsync(id, "hold", Why("The province was merged with a city."))));
        (await PostAsync(id, "hold", Why("Something else."))).ExpectProblem(409, "IsOnHold");
        Assert.Equal(["release", "confirm-successor", "correct"], (await NamesAsync(id)).Where(name => DeskActions.Named(name)!.Where is null));

        (await PostAsync(id, "confirm-successor", Successor("46"))).ExpectProblem(422, "PartyNoLongerExists");
        (await PostAsync(id, "confirm-successor", Successor("nowhere"))).ExpectProblem(422, "PartyUnknown");
        (await PostAsync(id, "confirm-successor", new JsonObject { ["successor"] = "11" })).ExpectProblem(400, "Missing");
        var given = await DoAsync(id, "confirm-successor", Successor("11"));
        Assert.Equal("11", (string?)given["mou"]!["office"]!["id"]);
        (await association.Office.GetAsync($"/api/mous/{id}")).ExpectProblem(403, "OfAnotherOffice");
        Assert.DoesNotContain(id, (await association.Office.GetAsync("/api/mous?limit=100")).Expect(200).Body, StringComparison.Ordinal);

        Assert.Equal("under-review", StageOf(await DoAsync(id, "release", Why("The successor is known."))));
        var history = (await association.Administrator.GetAsync($"/api/desk/mous/{id}/history")).Expect(200).Json["items"]!.AsArray();
        Assert.Equal(
            ["mou.held-up.v1 The province was merged with a city.", "mou.successor-confirmed.v1 Act no. 20000.", "mou.released.v1 The successor is known."],
            history.Where(entry => (string?)entry!["by"]!["kind"] == "association-member").Select(entry => $"{entry!["type"]} {entry["reason"]}"));
        Assert.All(history.Where(entry => (string?)entry!["by"]!["kind"] == "association-member"), entry => Assert.Equal("Lee Seo-yeon", (string?)entry!["by"]!["name"]));
    }

    [Fact]
    public async Task Deadlines_move_and_links_are_sent_again_by_json()
    {
        var id = await SubmittedAsync();
        await DoAsync(id, "extend-deadline", new JsonObject { ["matter"] = "Review", ["days"] = 14, ["reason"] = "A holiday in Libreville." });
        (await PostAsync(id, "extend-deadline", new JsonObject { ["matter"] = "Review", ["days"] = 900, ["reason"] = "x" })).ExpectProblem(409, "DaysOutOfRange");
        (await PostAsync(id, "extend-deadline", new JsonObject { ["matter"] = "Review", ["days"] = 14 })).ExpectProblem(400, "Missing");
        (await PostAsync(id, "record-arrival", new JsonObject { ["at"] = "2999-01-01T00:00:00Z", ["reason"] = "x" })).ExpectProblem(409, "DayIsAhead");
        var arrived = await DoAsync(id, "record-arrival", new JsonObject { ["at"] = Moment(TimeSpan.FromSeconds(-1)), ["reason"] = "By the embassy's receipt." });
        Assert.NotNull((string?)arrived["embassies"]![0]!["arrivedAt"]);
        (await PostAsync(id, "record-outage", Outage("2026-01-02T09:00", "2026-01-01T09:00"))).ExpectProblem(409, "EndsBeforeItBegins");
        (await PostAsync(id, "record-outage", Outage("2026-01-01T09:00", "2026-01-02T09:00"))).ExpectProblem(409, "OutageMovesNothing");
        await DoAsync(id, "record-outage", Outage(Moment(TimeSpan.FromDays(20)), Moment(TimeSpan.FromDays(60))));
        await DoAsync(id, "send-link", new JsonObject { ["holder"] = "Reviewer", ["reason"] = "The mail was deleted." });
        (await PostAsync(id, "send-link", new JsonObject { ["holder"] = "Reviewer", ["reason"] = "x" })).ExpectProblem(409, "LinkSentJustNow");
        await DoAsync(id, "correct", new JsonObject { ["eventNumber"] = 1, ["words"] = "The title has a slip." });
        (await PostAsync(id, "correct", new JsonObject { ["eventNumber"] = 999, ["words"] = "x" })).ExpectProblem(409, "NoSuchEvent");

        var extended = (await association.Administrator.GetAsync($"/api/desk/mous/{id}/deadlines")).Expect(200).Json["items"]!.AsArray()
            .SelectMany(item => item!["count"]!["changes"]!.AsArray()).Single(change => (string?)change!["kind"] == "extended");
        Assert.Equal(("desk", "A holiday in Libreville."), ((string?)extended!["by"], (string?)extended["reason"]));
    }

    /// <summary>The page's form is filled in as it came, sent, sent again, and leads to a page that says what was recorded.</summary>
    [Fact]
    public async Task Each_is_done_on_its_page()
    {
        var id = await SubmittedAsync();
        var tomorrow = Moment(TimeSpan.FromDays(60))[..16];
        await OnPageAsync(id, "extend-deadline", "extended", ("matter", "Review"), ("days", "14"), ("reason", "A holiday."));
        await OnPageAsync(id, "record-arrival", "arrived", ("at", "2026-01-01T09:00"), ("reason", "By receipt."));
        await OnPageAsync(id, "record-outage", "was down", ("holder", "Reviewer"), ("from", "2026-01-01T09:00"), ("repairedAt", tomorrow), ("reason", "Their server was down."));
        await OnPageAsync(id, "send-link", "fresh link", ("holder", "Reviewer"), ("reason", "The mail was deleted."));
        await OnPageAsync(id, "correct", "corrected entry", ("eventNumber", "1"), ("words", "The title has a slip."));
        await OnPageAsync(id, "hold", "on hold", ("reason", "Merged."));
        await OnPageAsync(id, "confirm-successor", "Seoul", ("successor", "11"), ("reason", "Act no. 20000."));
        await OnPageAsync(id, "release", "released", ("reason", "Known."));

        (await association.Administrator.GetAsync($"/desk/mous/{id}/deadlines")).ExpectPage(200);
        (await association.Administrator.GetAsync($"/desk/mous/{id}/text")).ExpectPage(200);
        (await association.Administrator.GetAsync($"/desk/mous/{id}/text?round=7")).ExpectPage(404);
        Assert.Contains("Act no. 20000.", (await association.Administrator.GetAsync($"/desk/mous/{id}/history")).ExpectPage(200).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_says_why_not_and_keeps_what_was_typed()
    {
        var path = $"/desk/mous/{await SubmittedAsync()}/actions/";
        var missing = (await association.Administrator.PostAsync(path + "hold", ("reason", " "), ("key", ApiCaller.NewKey()))).ExpectPage(400);
        Assert.Equal(1, missing.CountOf("#f-reason-error"));
        var refused = (await association.Administrator.PostAsync(path + "release", ("reason", "Because."), ("key", ApiCaller.NewKey()))).ExpectPage(409);
        Assert.Equal("Because.", refused.Value("reason"));
        Assert.Equal(1, refused.CountOf("[role=alert]"));
        (await association.Administrator.GetAsync(path + "fly")).ExpectPage(404);
        (await association.Administrator.GetAsync("/desk/mous/nosuchmou00000000000000a/actions/hold")).ExpectPage(404);
        Assert.Equal("3", (await association.Administrator.GetAsync(path + "correct?eventNumber=3")).ExpectPage(200).Value("eventNumber"));
    }

    [Fact]
    public async Task A_successor_hears_of_it_and_so_do_the_former_office_and_the_embassy()
    {
        var (mou, token) = await association.SubmittedAsync();
        var id = (string)mou["id"]!;
        await DoAsync(id, "hold", Why("Merged."));
        (await association.Nobody.PostAsync($"/api/links/{token}/code", null)).ExpectProblem(410, "LinkOver");
        await DoAsync(id, "confirm-successor", Successor("47-안동시"));
        await DoAsync(id, "release", Why("Known."));

        Assert.Equal(200, (await association.OtherOffice.GetAsync($"/api/mous/{id}")).Code);
        await Waiting.UntilAsync("the mails of the succession are there", async () =>
        {
            var mails = (await ReadAsync(id))["mails"]!.AsArray().Select(mail => (string)mail!["id"]!).ToList();
            return mails.Any(mail => mail.Contains("-OfficeToldOfEvent-Office", StringComparison.Ordinal))
                && mails.Any(mail => mail.Contains("-PartyToldOfEvent-FormerOffice", StringComparison.Ordinal))
                && mails.Any(mail => mail.EndsWith("-PartyToldOfEvent-Reviewer", StringComparison.Ordinal));
        });
        (await association.Nobody.PostAsync($"/api/links/{token}/code", null)).Expect(202);
    }

    [Fact]
    public async Task An_embassys_link_goes_elsewhere_with_two_administrators()
    {
        var (mou, token) = await association.SubmittedAsync();
        var (id, address) = ((string)mou["id"]!, $"colleague-{ApiCaller.NewKey()}@gabon.example");
        (await PostAsync(id, "propose-address", Proposed("Reviewer", Association.EmbassyAddress))).ExpectProblem(409, "AddressIsAsked");
        (await PostAsync(id, "propose-address", Proposed("Reviewer", "nowhere"))).ExpectProblem(400, "Malformed");
        (await PostAsync(id, "propose-address", Proposed("CounterpartySigner", address))).ExpectProblem(409, "HolderHasNoLink");
        var waiting = (await DoAsync(id, "propose-address", Proposed("Reviewer", address)))["waiting"]!;
        var proposal = (int)waiting["proposal"]!;
        Assert.Equal(address, (string?)waiting["address"]);
        Assert.DoesNotContain(address, (await association.Auditor.GetAsync($"/api/desk/mous/{id}")).Expect(200).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(address, (await association.Auditor.GetAsync($"/desk/mous/{id}")).ExpectPage(200).Body, StringComparison.Ordinal);
        (await PostAsync(id, "propose-address", Proposed("Reviewer", "x-" + address))).ExpectProblem(409, "ProposalWaits");
        (await PostAsync(id, "confirm-address", Confirmed(proposal))).ExpectProblem(409, "NeedsAnotherAdministrator");
        (await PostAsync(id, "confirm-address", Confirmed(proposal + 1), by: association.Deputy)).ExpectProblem(409, "ProposalIsOver");
        (await association.Nobody.GetAsync($"/api/links/{token}")).Expect(200);

        var key = ApiCaller.NewKey();
        var done = (await PostAsync(id, "confirm-address", Confirmed(proposal), key, association.Deputy)).Expect(200).Json;
        Assert.Equal((int)done["mou"]!["version"]!, (int)(await PostAsync(id, "confirm-address", Confirmed(proposal), key, association.Deputy)).Expect(200).Json["mou"]!["version"]!);
        (await association.Nobody.PostAsync($"/api/links/{token}/code", null)).ExpectProblem(410, "LinkOver");
        var fresh = await association.Mailbox.LinkAsync(address, "review");
        Assert.Equal((string?)mou["textHash"], (string?)(await association.Nobody.GetAsync($"/api/links/{fresh}")).Expect(200).Json["text"]!["hash"]);
        await Waiting.UntilAsync("the former address is told", async () => (await ReadAsync(id))["mails"]!.AsArray()
            .Any(mail => ((string)mail!["id"]!).EndsWith("-PartyToldOfEvent-FormerReader", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_signers_link_goes_elsewhere_on_pages_or_stays_where_the_proposal_is_dropped()
    {
        var (mou, governor, _, signers) = await association.SigningAsync();
        var (id, address) = ((string)mou["id"]!, $"office-{signers}@gyeongbuk.example");
        await OnPageAsync(id, "propose-address", "proposed another address", ("holder", "LocalGovernmentSigner"), ("address", address), ("reason", "By their letter."));
        var first = (await association.Deputy.GetAsync($"/desk/mous/{id}")).ExpectPage(200).AnchorsOf(".notice a[href*='drop-address']").Single();
        var path = first.Split('?')[0];
        (await association.Deputy.PostAsync(path, (await association.Deputy.GetAsync(first)).ExpectPage(200).Fields(path, ("reason", "Not theirs.")))).Expect(303);
        (await association.Nobody.GetAsync($"/api/links/{governor}")).Expect(200);

        await OnPageAsync(id, "propose-address", "proposed another address", ("holder", "LocalGovernmentSigner"), ("address", address), ("reason", "By their letter no. 2."));
        var confirm = (await association.Deputy.GetAsync($"/desk/mous/{id}")).ExpectPage(200).AnchorsOf(".notice a[href*='confirm-address']").Single();
        path = confirm.Split('?')[0];
        (await association.Deputy.PostAsync(path, (await association.Deputy.GetAsync(confirm)).ExpectPage(200).Fields(path, ("reason", "By a call.")))).Expect(303);
        (await association.Nobody.PostAsync($"/api/links/{governor}/code", null)).ExpectProblem(410, "LinkOver");
        (await association.Nobody.GetAsync($"/api/links/{await association.Mailbox.LinkAsync(address, "sign")}")).Expect(200);
    }

    [Fact]
    public async Task Operators_and_auditors_read_all_and_do_nothing_and_an_office_does_neither()
    {
        var id = await SubmittedAsync();
        string[] read = [$"/api/desk/mous/{id}", $"/api/desk/mous/{id}/history", $"/api/desk/mous/{id}/deadlines", $"/api/desk/mous/{id}/actions", "/api/desk/hub", "/api/mous"];
        foreach (var reader in new[] { association.Operator, association.Auditor })
        {
            foreach (var path in read) (await reader.GetAsync(path)).Expect(200);
            foreach (var path in new[] { "/desk", $"/desk/mous/{id}", $"/desk/mous/{id}/history", $"/desk/mous/{id}/deadlines", $"/desk/mous/{id}/text" }) (await reader.GetAsync(path)).ExpectPage(200);
            Assert.Empty((await reader.GetAsync($"/api/desk/mous/{id}/actions")).Json["items"]!.AsArray());
            Assert.Equal(0, (await reader.GetAsync($"/desk/mous/{id}")).CountOf($"a[href^='/desk/mous/{id}/actions']"));
        }

        foreach (var other in new[] { association.Operator, association.Auditor, association.Officer })
            foreach (var action in DeskActions.All)
            {
                (await other.GetAsync($"/desk/mous/{id}/actions/{action.Name}")).ExpectPage(403);
                (await other.PostAsync($"/desk/mous/{id}/actions/{action.Name}", ("reason", "x"), ("key", ApiCaller.NewKey()))).ExpectPage(403);
                (await PostAsync(id, action.Name, Why("x"), by: other)).ExpectProblem(403, "NotForYou");
            }

        foreach (var path in read[..4])
        {
            (await association.Office.GetAsync(path)).ExpectProblem(403, "NotForYou");
            (await association.Nobody.GetAsync(path)).ExpectProblem(401, "SignInNeeded");
        }

        (await association.Officer.GetAsync($"/desk/mous/{id}")).ExpectPage(403);
        Assert.Equal(2, (int)(await ReadAsync(id))["mou"]!["version"]!);
    }

    [Fact]
    public async Task What_is_no_action_or_no_field_is_named()
    {
        var id = await SubmittedAsync();
        (await PostAsync(id, "fly", Why("x"))).ExpectProblem(404, "NotFound");
        (await PostAsync(id, "hold", new JsonObject { ["reason"] = "x", ["session"] = "y" })).ExpectProblem(400, "Unknown");
        (await PostAsync("nosuchmou00000000000000a", "hold", Why("x"))).ExpectProblem(404, "NotFound");
        var key = ApiCaller.NewKey();
        (await PostAsync(id, "hold", Why("x"), key)).Expect(200);
        (await PostAsync(id, "hold", Why("another"), key)).ExpectProblem(422, "IdempotencyKeyReused");
    }

    [Fact]
    public async Task The_orchestration_is_stopped_let_go_on_terminated_by_two_and_started_anew()
    {
        var id = await SubmittedAsync();
        await DoAsync(id, "nudge", Why("It seems to stand still."));
        (await PostAsync(id, "resume-orchestration", Why("x"))).ExpectProblem(409, "OrchestrationNotSuspended");
        (await PostAsync(id, "rewind-orchestration", Why("x"))).ExpectProblem(409, "OrchestrationHasNotFailed");
        (await PostAsync(id, "restart-orchestration", Why("x"))).ExpectProblem(409, "OrchestrationRuns");
        (await PostAsync(id, "retry-effect", new JsonObject { ["effect"] = "0000000001-lists", ["reason"] = "x" })).ExpectProblem(409, "NoSuchEffect");
        (await PostAsync(id, "retry-mail", new JsonObject { ["mail"] = "0000000002-mail", ["reason"] = "x" })).ExpectProblem(409, "MailNotGivenUp");
        (await PostAsync(id, "retry-mail", new JsonObject { ["mail"] = "0000000002-mail", ["reason"] = " " })).ExpectProblem(400, "Missing");
        Assert.Equal("0000000002-mail", (await association.Administrator.GetAsync($"/desk/mous/{id}/actions/retry-mail?mail=0000000002-mail")).ExpectPage(200).Value("mail"));
        (await PostAsync(id, "suspend-orchestration", Why(" "))).ExpectProblem(400, "Missing");

        var stopped = await DoAsync(id, "suspend-orchestration", Why("An outage of the mail service."));
        Assert.Equal(("suspend", "Lee Seo-yeon"), ((string?)stopped["orchestration"]!["stopped"]!["deed"], (string?)stopped["orchestration"]!["stopped"]!["by"]));
        await IsAsync(id, "suspended");
        (await PostAsync(id, "nudge", Why("x"))).ExpectProblem(409, "OrchestrationIsStopped");
        Assert.Contains("An outage of the mail service.", (await association.Operator.GetAsync($"/desk/mous/{id}")).ExpectPage(200).Body, StringComparison.Ordinal);
        await DoAsync(id, "resume-orchestration", Why("It is over."));
        await IsAsync(id, "running");

        var proposal = (int)(await DoAsync(id, "propose-termination", Why("It loops.")))["orchestration"]!["waitingEnd"]!["proposal"]!;
        (await PostAsync(id, "confirm-termination", new JsonObject { ["proposal"] = proposal, ["reason"] = "Me too." })).ExpectProblem(409, "NeedsAnotherAdministrator");
        var confirm = (await association.Deputy.GetAsync($"/desk/mous/{id}")).ExpectPage(200).AnchorsOf(".notice a[href*='confirm-termination']").Single();
        var path = confirm.Split('?')[0];
        (await association.Deputy.PostAsync(path, (await association.Deputy.GetAsync(confirm)).ExpectPage(200).Fields(path, ("reason", "Seen in the log.")))).Expect(303);
        await IsAsync(id, "terminated");
        Assert.Contains("restart-orchestration", await NamesAsync(id));
        Assert.DoesNotContain("suspend-orchestration", await NamesAsync(id));
        await OnPageAsync(id, "restart-orchestration", "started the automatic processing anew", ("reason", "The cause is mended."));
        await IsAsync(id, "running");
        Assert.Equal("under-review", StageOf((await ReadAsync(id))));
    }

    [Fact]
    public async Task A_case_is_read_on_one_timeline_and_its_rows_only_with_a_reason()
    {
        var id = await SubmittedAsync();
        await Waiting.UntilAsync("the mail is on the timeline", async () => (await TimelineAsync(id)).Any(entry => (string?)entry!["kind"] == "mail" && (string?)entry["state"] == "sent"));
        var entries = await TimelineAsync(id);
        string[] ofTheEngine = ["turn", "activity", "wait", "signal"];
        Assert.Equal(["event", "effect", "mail", "orchestration", "timer"], entries.Select(entry => (string)entry!["kind"]!).Where(kind => kind != "look" && !ofTheEngine.Contains(kind)).Distinct().Order(Comparer<string>.Create((a, b) => Order(a) - Order(b))));
        Assert.Contains(entries, entry => (string?)entry!["kind"] == "effect" && (string?)entry["name"] == "0000000002-lists" && entry["until"] is not null && (int)entry["failures"]! == 0);
        Assert.NotEqual(0, (await association.Auditor.GetAsync($"/desk/mous/{id}/timeline")).ExpectPage(200).CountOf(".gantt tbody tr"));

        await Waiting.UntilAsync("the engine's own history is on it", async () => (await TimelineAsync(id)).Any(entry => IsDone(entry!, "CarryOutEffect")));
        entries = await TimelineAsync(id);
        Assert.Contains(entries, entry => IsDone(entry!, "ReadAgenda") && ((string)entry!["output"]!).Contains("effects", StringComparison.OrdinalIgnoreCase));
        Assert.All(["turn", "wait", "signal"], kind => Assert.Contains(entries, entry => (string?)entry!["kind"] == kind));
        var all = (await association.Operator.GetAsync($"/api/desk/mous/{id}/timeline?all=true")).Expect(200).Json;
        Assert.Equal((0, true), ((int)all["earlierSteps"]!, (bool)all["hasHistory"]!));

        var timeline = $"/desk/mous/{id}/timeline";
        Assert.Equal(0, (await association.Auditor.GetAsync(timeline)).ExpectPage(200).CountOf($"form[action='{timeline}']"));
        (await association.Auditor.PostAsync(timeline, ("reason", "Curiosity."))).ExpectPage(403);
        (await association.Operator.PostAsync(timeline, ("reason", ""))).ExpectPage(400);
        Assert.Equal(1, (await association.Operator.PostAsync(timeline, ("reason", "An activity was given what it cannot read."))).ExpectPage(200).CountOf(".notice"));
        (await association.Officer.PostAsync(timeline, ("reason", "Curiosity."))).ExpectPage(403);

        var rows = $"/desk/mous/{id}/rows";
        var masked = (await association.Operator.GetAsync(rows)).ExpectPage(200);
        Assert.Contains("mou.draft-submitted.v1", masked.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Association.EmbassyAddress, masked.Body, StringComparison.Ordinal);
        (await association.Operator.PostAsync(rows, ("reason", " "))).ExpectPage(400);
        (await association.Auditor.PostAsync(rows, ("reason", "Curiosity."))).ExpectPage(403);
        var open = (await association.Operator.PostAsync(rows, ("reason", "The embassy says that it got nothing."))).ExpectPage(200);
        Assert.Contains(Association.EmbassyAddress, open.Body, StringComparison.Ordinal);
        var again = (await association.Administrator.GetAsync(rows)).ExpectPage(200);
        Assert.Contains("The embassy says that it got nothing.", again.Body, StringComparison.Ordinal);
        Assert.Contains("An activity was given what it cannot read.", again.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Association.EmbassyAddress, again.Body, StringComparison.Ordinal);
        (await association.Officer.GetAsync(rows)).ExpectPage(403);

        static bool IsDone(JsonNode entry, string name) => (string?)entry["kind"] == "activity" && (string?)entry["name"] == name && entry["until"] is not null && entry["error"] is null;

        static int Order(string kind) => Array.IndexOf(["event", "effect", "mail", "orchestration", "timer"], kind);
    }

    private async Task<JsonArray> TimelineAsync(string id) => (await association.Operator.GetAsync($"/api/desk/mous/{id}/timeline")).Expect(200).Json["items"]!.AsArray();

    private Task IsAsync(string id, string status) =>
        Waiting.UntilAsync($"the orchestration is {status}", async () => (string?)(await ReadAsync(id))["orchestration"]!["status"] == status);

    private async Task<string> SubmittedAsync() => (string)(await association.SubmittedAsync()).Mou["id"]!;

    private async Task<JsonNode> ReadAsync(string id) => (await association.Administrator.GetAsync($"/api/desk/mous/{id}")).Expect(200).Json;

    private async Task<Answer> PostAsync(string id, string action, JsonObject fields, string? key = null, Visitor? by = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/desk/mous/{id}/actions/{action}") { Content = System.Net.Http.Json.JsonContent.Create(fields) };
        request.Headers.Add("Idempotency-Key", key ?? ApiCaller.NewKey());
        return await (by ?? association.Administrator).SendAsync(request);
    }

    /// <summary>Does it, and again under the same key: the same answer, and nothing new in the record.</summary>
    private async Task<JsonNode> DoAsync(string id, string action, JsonObject fields)
    {
        var key = ApiCaller.NewKey();
        var done = (await PostAsync(id, action, fields, key)).Expect(200).Json;
        var again = (await PostAsync(id, action, fields, key)).Expect(200).Json;
        Assert.Equal((int)done["mou"]!["version"]!, (int)again["mou"]!["version"]!);
        return done;
    }

    private async Task OnPageAsync(string id, string action, string says, params (string Name, string Value)[] typed)
    {
        var path = $"/desk/mous/{id}/actions/{action}";
        var form = (await association.Administrator.GetAsync(path)).ExpectPage(200).Fields(path, typed);
        var done = (await association.Administrator.PostAsync(path, form)).Expect(303);
        var again = (await association.Administrator.PostAsync(path, form)).Expect(303);
        Assert.Equal(done.Location, again.Location);
        var page = (await association.Administrator.GetAsync(done.Location!)).ExpectPage(200);
        Assert.Contains(says, page.TextOf(".notice-good"), StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> NamesAsync(string id) =>
        (await association.Administrator.GetAsync($"/api/desk/mous/{id}/actions")).Expect(200).Json["items"]!.AsArray().Select(item => (string)item!["name"]!);

    private static string StageOf(JsonNode answer) => (string)answer["mou"]!["stage"]!["name"]!;

    private static JsonObject Why(string reason) => new() { ["reason"] = reason };

    private static JsonObject Successor(string id) => new() { ["successor"] = id, ["reason"] = "Act no. 20000." };

    private static JsonObject Proposed(string holder, string address) => new() { ["holder"] = holder, ["address"] = address, ["reason"] = "By their note no. 12." };

    private static JsonObject Confirmed(int proposal) => new() { ["proposal"] = proposal, ["reason"] = "By a call to the embassy." };

    private static JsonObject Outage(string from, string repairedAt) =>
        new() { ["holder"] = "Reviewer", ["from"] = from, ["repairedAt"] = repairedAt, ["reason"] = "Their server was down." };

    private static string Moment(TimeSpan fromNow) => TimeProvider.System.GetUtcNow().Add(fromNow).ToString("O", CultureInfo.InvariantCulture);
}
