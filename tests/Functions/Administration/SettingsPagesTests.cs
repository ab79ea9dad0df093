using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Administration;

/// <summary>
/// The association's settings as administrators change them in a browser. Nothing here puts other tests' cases through more
/// steps: they are ties of friendship and of sisterhood of two offices.
/// </summary>
[Collection(RunningCollection.Name)]
public sealed class SettingsPagesTests(Association association)
{
    private const string Home = "/desk/settings";
    private const string Variation = Home + "/kinds/Variation";
    private const string Rules = Home + "/council-rules";

    private Visitor Desk => association.Administrator;

    [Fact]
    public async Task A_change_is_a_version_with_its_reason_and_what_it_changed()
    {
        var page = (await Desk.GetAsync(Variation)).ExpectPage(200);

        Assert.Equal(Home, (await Desk.PostAsync(Variation, Kind(page, ("times.reviewDays", "41"), ("reason", "Variations need longer")))).Expect(303).Location);

        var read = (await Desk.GetAsync(Home)).ExpectPage(200);
        Assert.Contains("Variations need longer", read.Body, StringComparison.Ordinal);
        Assert.Contains("41</ins>", read.Body, StringComparison.Ordinal);
        Assert.Contains("Lee Seo-yeon", read.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_editors_keeps_what_was_typed_and_can_save_it_again()
    {
        var page = (await Desk.GetAsync(Variation)).ExpectPage(200);
        (await Desk.PostAsync(Variation, Kind(page, ("times.reviewDays", "42"), ("reason", "First")))).Expect(303);

        var conflict = (await association.Deputy.PostAsync(Variation, Kind(page, ("times.reviewDays", "43"), ("reason", "Second")))).ExpectPage(412);

        Assert.Contains("Somebody else made version", conflict.Body, StringComparison.Ordinal);
        Assert.Equal(("43", "Second"), (conflict.Value("times.reviewDays"), conflict.Value("reason")));
        (await association.Deputy.PostAsync(Variation, Kind(conflict, ("times.reviewDays", "43"), ("reason", "Second")))).Expect(303);
        Assert.Equal("43", (await Desk.GetAsync(Variation)).Value("times.reviewDays"));
        (await Desk.PostAsync(Variation, Kind(page, ("version", ""), ("times.reviewDays", "44"), ("reason", "Blind")))).ExpectPage(412);
    }

    [Fact]
    public async Task Every_fault_is_named_at_its_field_with_the_remedy_and_nothing_is_saved()
    {
        var page = (await Desk.GetAsync(Variation)).ExpectPage(200);

        var wrong = (await Desk.PostAsync(Variation, Kind(
            page, ("times.reviewDays", "0"), ("times.idleDraftDays", "soon"), ("retentionYears", "forever"), ("council", "Required"), ("council.legalBasis", " "), ("reason", "")))).ExpectPage(400);

        Assert.Equal(
            ["f-reason", "f-council-legalBasis", "f-retentionYears", "f-times-reviewDays", "f-times-idleDraftDays"], wrong.AnchorsOf("[role=alert] a"));
        Assert.Contains("whole numbers of days from 1 to 3,650", wrong.Body, StringComparison.Ordinal);
        Assert.Contains("Name the law or ordinance and its article", wrong.Body, StringComparison.Ordinal);
        Assert.Equal("soon", wrong.Value("times.idleDraftDays"));
        Assert.Equal(page.Value("version"), (await Desk.GetAsync(Variation)).Value("version"));
    }

    [Fact]
    public async Task A_local_governments_rule_is_added_with_its_legal_basis_and_removed()
    {
        var page = (await Desk.GetAsync(Rules)).ExpectPage(200);
        var place = page.CountOf("fieldset") - 1;
        (string, string)[] busan = [($"councilRules[{place}].office", "26"), ($"councilRules[{place}].kind", "Friendship"), ($"councilRules[{place}].isRequired", "true")];
        var basis = ($"councilRules[{place}].rule.legalBasis", "부산광역시 국제교류 조례 제7조");

        var nameless = (await Desk.PostAsync(Rules, page.Fields(Rules, [.. busan, ("reason", "Busan")]))).ExpectPage(400);
        Assert.Equal([$"f-councilRules-{place}-rule-legalBasis"], nameless.AnchorsOf("[role=alert] a"));
        (await Desk.PostAsync(Rules, page.Fields(Rules, [.. busan, basis, (busan[0].Item1, "99"), ("reason", "Busan")]))).ExpectPage(400);
        (await Desk.PostAsync(Rules, page.Fields(Rules, [.. busan, basis, ("reason", "Busan")]))).Expect(303);

        Assert.Contains("부산광역시 국제교류 조례 제7조", (await Desk.GetAsync(Home)).Body, StringComparison.Ordinal);
        var there = (await Desk.GetAsync(Rules)).ExpectPage(200);
        (await Desk.PostAsync(Rules, there.Fields(Rules, [($"councilRules[{place}].remove", "true"), ("reason", "Repealed")]))).Expect(303);
        Assert.Equal(place + 1, (await Desk.GetAsync(Rules)).CountOf("fieldset"));
    }

    [Fact]
    public async Task It_is_the_administrators_alone()
    {
        (await association.Officer.GetAsync(Home)).ExpectPage(403);
        (await association.Officer.PostAsync(Variation, ("reason", "x"))).ExpectPage(403);
        (await Desk.GetAsync(Home + "/kinds/Treaty")).ExpectPage(404);
        (await Desk.GetAsync(Home + "/kinds/1")).ExpectPage(404);
    }

    private static (string, string)[] Kind(Answer page, params (string, string)[] changes) => page.Fields(Variation, changes);
}
