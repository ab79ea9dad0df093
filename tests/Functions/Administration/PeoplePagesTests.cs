using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Administration;

/// <summary>People, keys and sign-ins as the association reads and changes them in a browser without scripts.</summary>
[Collection(RunningCollection.Name)]
public sealed class PeoplePagesTests(Association association)
{
    private const string Home = "/desk/people";
    private const string New = Home + "/new";

    private Visitor Desk => association.Administrator;

    [Fact]
    public async Task Somebody_is_added_found_changed_and_ended()
    {
        var (address, name) = (NewAddress(), $"Na Ri n{ApiCaller.NewKey()[..6]}");
        var form = (await Desk.GetAsync(New + "?memberOf=47-안동시")).ExpectPage(200);
        var fields = form.Fields(New, ("name", name), ("jobTitle", "Officer"), ("address", address), ("role", "Drafter"), ("reason", "New here"));
        var person = (await Desk.PostAsync(New, fields)).Expect(303).Location!;
        Assert.Equal(person, (await Desk.PostAsync(New, fields)).Expect(303).Location);

        Assert.Contains(name, (await Desk.GetAsync($"{Home}?q={Uri.EscapeDataString(address)}")).ExpectPage(200).TextOf("tbody"), StringComparison.Ordinal);
        Assert.Contains(name, (await Desk.GetAsync(Home + "/offices/47-안동시")).ExpectPage(200).Body, StringComparison.Ordinal);
        var read = (await Desk.GetAsync(person)).ExpectPage(200);
        Assert.Contains("New here", read.Body, StringComparison.Ordinal);
        (await Desk.PostAsync(person, read.Fields(person, ("role", "HeadOfOffice"), ("reason", "Promoted")))).Expect(303);
        var stale = (await association.Deputy.PostAsync(person, read.Fields(person, ("jobTitle", "Director"), ("reason", "Late")))).ExpectPage(412);
        Assert.Contains("Somebody else changed this person", stale.Body, StringComparison.Ordinal);
        Assert.Equal("Director", stale.Value("jobTitle"));

        using var signedIn = await association.SignInAsync(address);
        var end = person + "/end";
        var nameless = (await Desk.PostAsync(end, ("reason", " "))).ExpectPage(400);
        Assert.Equal(["f-endReason"], nameless.AnchorsOf("[role=alert] a"));
        (await signedIn.GetAsync("/office")).ExpectPage(200);
        (await Desk.PostAsync(end, ("reason", "Moved away"))).Expect(303);
        (await signedIn.GetAsync("/office")).ExpectPage(401);
        var ended = (await Desk.GetAsync(person)).ExpectPage(200);
        Assert.Contains("Moved away", ended.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(address, ended.Body, StringComparison.Ordinal);
        Assert.False(ended.HasForm(person));
        Assert.Contains("Moved away", (await Desk.GetAsync(Home + "/changes")).ExpectPage(200).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_is_named_at_its_field_and_what_was_typed_is_kept()
    {
        var form = (await Desk.GetAsync(New)).ExpectPage(200);

        var wrong = (await Desk.PostAsync(New, form.Fields(New, ("name", " "), ("jobTitle", "=1+1"), ("address", "nowhere"), ("role", "Drafter"), ("reason", "")))).ExpectPage(400);

        Assert.Equal(["f-name", "f-jobTitle", "f-address", "f-role", "f-reason"], wrong.AnchorsOf("[role=alert] a"));
        Assert.Equal("nowhere", wrong.Value("address"));
        Assert.Contains("Choose administrator, operator or auditor for the association", wrong.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_administrator_waits_for_a_second_one_who_confirms_on_the_page()
    {
        var (address, name) = (NewAddress(), $"Ma Ru m{ApiCaller.NewKey()[..6]}");
        var form = (await Desk.GetAsync(New)).ExpectPage(200);
        var person = (await Desk.PostAsync(New, form.Fields(New, ("name", name), ("jobTitle", "Desk"), ("address", address), ("role", "Administrator"), ("reason", "A third")))).Expect(303).Location!;

        await Waiting.UntilAsync("the other administrator is asked by mail", async () => (await association.Mailbox.AllAsync("deputy@garok.example")).Any(mail => mail.Text.Contains(person, StringComparison.Ordinal)));
        Assert.DoesNotContain(await association.Mailbox.AllAsync("desk@garok.example"), mail => mail.Text.Contains(person, StringComparison.Ordinal));
        Assert.DoesNotContain(await association.Mailbox.AllAsync("deputy@garok.example"), mail => mail.Text.Contains(address, StringComparison.Ordinal));
        var own = (await Desk.GetAsync(person)).ExpectPage(200);
        Assert.Contains("Another administrator has to confirm it", own.Body, StringComparison.Ordinal);
        var others = (await association.Deputy.GetAsync(person)).ExpectPage(200);
        var confirm = others.ActionEndingWith("/confirm");
        Assert.Throws<InvalidOperationException>(() => own.ActionEndingWith("/confirm"));
        Assert.Contains("cannot confirm it", (await Desk.PostAsync(confirm)).ExpectPage(403).Body, StringComparison.Ordinal);
        Assert.Contains(name, (await association.Auditor.GetAsync(Home)).ExpectPage(200).Body, StringComparison.Ordinal);
        Assert.Equal(person, (await association.Deputy.PostAsync(confirm)).Expect(303).Location);
        using var signedIn = await association.SignInAsync(address);
        (await signedIn.GetAsync(Home)).ExpectPage(200);
        (await Desk.PostAsync(Home + "/proposals/999999/confirm")).ExpectPage(409);
        (await association.Deputy.PostAsync(person + "/end", ("reason", "Tidying up"))).Expect(303);
    }

    [Fact]
    public async Task Who_reads_only_sees_no_form_and_masked_addresses()
    {
        foreach (var reader in new[] { association.Operator, association.Auditor })
        {
            var page = (await reader.GetAsync(Home + "/persons/sample-gyeongbuk")).ExpectPage(200);
            Assert.Contains("o•••@gyeongbuk.example", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("officer@gyeongbuk.example", page.Body, StringComparison.Ordinal);
            Assert.False(page.HasForm(Home + "/persons/sample-gyeongbuk"));
            Assert.False(page.HasForm(Home + "/persons/sample-gyeongbuk/end"));
            (await reader.GetAsync(New)).ExpectPage(403);
            (await reader.GetAsync(Home + "/sign-ins")).ExpectPage(200);
        }

        (await association.Officer.GetAsync(Home)).ExpectPage(403);
    }

    [Fact]
    public async Task The_office_makes_a_key_for_a_month_and_the_desk_revokes_it_with_a_reason()
    {
        var label = "Lost " + ApiCaller.NewKey();
        var keys = (await association.Clerk.GetAsync("/office/keys")).ExpectPage(200);
        (await association.Clerk.PostAsync("/office/keys", keys.Fields("/office/keys", ("label", label), ("days", "9999")))).ExpectPage(400);
        (await association.Clerk.PostAsync("/office/keys", keys.Fields("/office/keys", ("label", label), ("days", "30")))).ExpectPage(200);
        const string Office = Home + "/offices/47-안동시";
        var id = (await association.Administrator.GetAsync("/api/desk/people/offices/47-안동시/keys")).Json["items"]!.AsArray().Single(key => (string?)key!["label"] == label)!["id"]!;
        var end = $"{Office}/keys/{id}/end";

        var unsaid = (await Desk.PostAsync(end, ("reason", ""))).ExpectPage(400);
        Assert.Equal(["f-reason"], unsaid.AnchorsOf("[role=alert] a"));
        (await Desk.PostAsync(end, ("reason", "It was in a mail"))).Expect(303);

        Assert.Contains("It was in a mail", (await Desk.GetAsync(Office)).ExpectPage(200).Body, StringComparison.Ordinal);
        Assert.Contains("It was in a mail", (await association.Clerk.GetAsync("/office/keys")).ExpectPage(200).Body, StringComparison.Ordinal);
        (await Desk.GetAsync(Home + "/offices/99")).ExpectPage(404);
    }

    private static string NewAddress() => $"p-{ApiCaller.NewKey()}@garok.example";
}
