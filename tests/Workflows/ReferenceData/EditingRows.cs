using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.ReferenceData;

public sealed class EditingRows : IAsyncLifetime
{
    private static readonly LocalGovernmentId Andong = new("47-안동시");
    private static readonly Author Seoyeon = new("desk", "Lee Seo-yeon");
    private static readonly Author Eunji = new("deputy", "Choi Eun-ji");
    private readonly Association _association = new();

    private ReferenceDesk Desk => _association.Get<ReferenceDesk>();

    public Task InitializeAsync() => _association.LoadBeginningsAsync();

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task A_change_is_recorded_with_its_author_its_time_and_what_it_changed()
    {
        var form = await AndongAsync();

        var done = Assert.IsType<RowResult<LocalGovernment>.Done>(await Desk.ReplaceAsync(Andong, Renamed(form, "Andong City"), 1, "The city's own spelling", Seoyeon));

        Assert.Equal(2, done.Standing.Version);
        var entry = (await Desk.HistoryAsync(ReferenceKind.LocalGovernments, Andong.Value))[0];
        Assert.Equal((2, Seoyeon, "The city's own spelling", _association.Clock.GetUtcNow()), (entry.Number, entry.By, entry.Reason, entry.At));
        Assert.IsType<ReferenceChange.Replaced>(entry.What);
        Assert.Equal(new CellDifference("name_en", "Andong-si", "Andong City"), Assert.Single(Assert.Single(entry.Differences).Cells));
        Assert.Equal("Andong City", (await _association.Get<ReferenceTables>().FindLocalGovernmentAsync(Andong))!.Name.In(Language.English));
    }

    [Fact]
    public async Task The_second_of_two_editors_is_shown_what_the_first_wrote()
    {
        var form = await AndongAsync();
        await Desk.ReplaceAsync(Andong, Renamed(form, "First"), 1, null, Seoyeon);

        var stale = Assert.IsType<RowResult<LocalGovernment>.Stale>(await Desk.ReplaceAsync(Andong, Renamed(form, "Second"), 1, null, Eunji));

        Assert.Equal(("First", 2), (stale.Current.Row.Name.In(Language.English), stale.Current.Version));
    }

    [Fact]
    public async Task Said_again_it_is_answered_as_the_first_time_and_recorded_once()
    {
        var form = Renamed(await AndongAsync(), "Andong City");
        await Desk.ReplaceAsync(Andong, form, 1, null, Seoyeon);

        Assert.Equal(2, Assert.IsType<RowResult<LocalGovernment>.Done>(await Desk.ReplaceAsync(Andong, form, 1, null, Seoyeon)).Standing.Version);
        Assert.Equal(2, (await Desk.HistoryAsync(ReferenceKind.LocalGovernments, null)).Count);
    }

    [Fact]
    public async Task Twenty_at_once_write_twenty_revisions_and_lose_none()
    {
        var missions = (await Desk.MissionsAsync()).Take(20).ToList();

        await Task.WhenAll(missions.Select(standing => Task.Run(() =>
            Desk.ReplaceAsync(standing.Row.Id, MissionForm.Of(standing.Row) with { ClosedDays = ["08-17"] }, standing.Version, null, Seoyeon))));

        var history = await Desk.HistoryAsync(ReferenceKind.Missions, null);
        Assert.Equal(Enumerable.Range(1, 21).Reverse(), history.Select(entry => entry.Number));
        Assert.Equal(20, (await Desk.MissionsAsync()).Count(standing => standing.Row.ClosedDays is [{ Value: "08-17" }]));
    }

    [Theory]
    [InlineData("41-분당구", "41", "분당구", "", "", "name.ko", FieldFault.NotALocalGovernment)]
    [InlineData("50-제주시", "50", "제주시", "", "", "name.ko", FieldFault.NotALocalGovernment)]
    [InlineData("47-새시", "99", "새시", "", "", "parent", FieldFault.Unknown)]
    [InlineData("47-새시", "47-안동시", "새시", "", "", "parent", FieldFault.Unknown)]
    [InlineData("47-새시", "", "새시", "", "", "parent", FieldFault.Missing)]
    [InlineData("47-새시", "47", "안동시", "", "", "name.ko", FieldFault.Duplicate)]
    [InlineData("47-새시", "47", "=1+1", "", "", "name.ko", FieldFault.LooksLikeFormula)]
    [InlineData("47-새시", "47", "새시", "2027-01-02", "2027-01-01", "validTo", FieldFault.EndsBeforeStart)]
    [InlineData("47-새시", "47", "새시", "1.1.2027", "", "validFrom", FieldFault.Malformed)]
    [InlineData("47/새시", "47", "새시", "", "", "id", FieldFault.Malformed)]
    public async Task What_is_wrong_is_said_by_field(string id, string parent, string name, string from, string to, string field, FieldFault fault)
    {
        var form = new LocalGovernmentForm(id, 2, parent, "City", new() { ["ko"] = name, ["en"] = "New-si" }, from, to, []);

        var wrong = Assert.IsType<RowResult<LocalGovernment>.Unreadable>(await Desk.AddAsync(form, null, Seoyeon));

        Assert.Equal(new FieldProblem(field, fault), Assert.Single(wrong.Problems));
    }

    [Fact]
    public async Task Nobody_succeeds_themselves()
    {
        var (jemulpo, jung) = (new LocalGovernmentId("28-제물포구"), "28-중구");
        var form = LocalGovernmentForm.Of((await Desk.FindAsync(jemulpo))!.Row) with { ValidTo = "2030-12-31", Successors = [jung] };

        var wrong = Assert.IsType<RowResult<LocalGovernment>.Unreadable>(await Desk.ReplaceAsync(jemulpo, form, null, null, Seoyeon));

        Assert.Equal(new FieldProblem("successors[0]", FieldFault.Unknown), Assert.Single(wrong.Problems));
    }

    [Theory]
    [InlineData("터키", "Europe/Istanbul", "EUROPE", "08-17", "country.ko", FieldFault.FormerCountryName)]
    [InlineData("튀르키예", "Istanbul", "EUROPE", "08-17", "timeZone", FieldFault.Unknown)]
    [InlineData("튀르키예", "Europe/Istanbul", "ASIA", "08-17", "region", FieldFault.Unknown)]
    [InlineData("튀르키예", "Europe/Istanbul", "EUROPE", "13-01", "closedDays[0]", FieldFault.Malformed)]
    [InlineData("튀르키예", "Europe/Istanbul", "EUROPE", "2027-02-29", "closedDays[0]", FieldFault.Malformed)]
    public async Task A_missions_fields_are_looked_at_too(string country, string zone, string region, string closed, string field, FieldFault fault)
    {
        var form = MissionForm.Of((await Desk.FindAsync(new MissionId("TR")))!.Row);
        form.Country!["ko"] = country;

        var wrong = Assert.IsType<RowResult<Mission>.Unreadable>(await Desk.ReplaceAsync(
            new("TR"), form with { TimeZone = zone, Region = region, ClosedDays = [closed] }, null, null, Seoyeon));

        Assert.Equal(new FieldProblem(field, fault), Assert.Single(wrong.Problems));
    }

    [Fact]
    public void A_closed_day_is_one_day_or_one_of_each_year()
    {
        Assert.True(ClosedDay.Read("08-17")!.Value.FallsOn(new DateOnly(2031, 8, 17)));
        Assert.False(ClosedDay.Read("2026-08-17")!.Value.FallsOn(new DateOnly(2027, 8, 17)));
        Assert.True(ClosedDay.Read("02-29")!.Value.FallsOn(new DateOnly(2028, 2, 29)));
        Assert.Null(ClosedDay.Read("02-30"));
    }

    [Fact]
    public async Task An_edit_leaves_the_address_as_it_is()
    {
        var gabon = new MissionId("GA");
        await Desk.ReplaceAsync(gabon, MissionForm.Of((await Desk.FindAsync(gabon))!.Row) with { Language = "en" }, null, null, Seoyeon);

        Assert.Equal(new EmailAddress("review@gabon.example"), (await Desk.FindAsync(gabon))!.Row.Contact);
    }

    private async Task<LocalGovernmentForm> AndongAsync() => LocalGovernmentForm.Of((await Desk.FindAsync(Andong))!.Row);

    private static LocalGovernmentForm Renamed(LocalGovernmentForm form, string english) => form with { Name = new(form.Name!) { ["en"] = english } };
}
