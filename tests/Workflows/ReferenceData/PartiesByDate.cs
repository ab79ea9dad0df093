using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.ReferenceData;

public sealed class PartiesByDate : IAsyncLifetime
{
    private static readonly DateOnly Before = new(2026, 6, 30);
    private static readonly DateOnly After = new(2026, 7, 1);
    private readonly Association _association = new();

    public Task InitializeAsync() => _association.LoadBeginningsAsync();

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task On_its_last_day_it_is_a_party_and_on_the_next_its_successors_are()
    {
        Assert.IsType<PartyStanding.Exists>(await FindAsync("28-중구", Before));

        var former = Assert.IsType<PartyStanding.Former>(await FindAsync("28-중구", After));

        Assert.Equal("중구", former.Government.Name.In(Language.Korean));
        Assert.Equal(["제물포구", "영종구"], former.Successors.Select(successor => successor.Name.In(Language.Korean)));
    }

    [Theory]
    [InlineData("29")]
    [InlineData("46")]
    public async Task Two_that_merged_have_the_same_successor(string id) =>
        Assert.Equal("12", Assert.Single(Assert.IsType<PartyStanding.Former>(await FindAsync(id, After)).Successors).Id.Value);

    [Fact]
    public async Task One_of_the_future_is_none_yet() => Assert.IsType<PartyStanding.NotYet>(await FindAsync("28-영종구", Before));

    [Theory]
    [InlineData("41-분당구", "41-성남시")]
    [InlineData("50-제주시", "50")]
    [InlineData("50-서귀포시", "50")]
    [InlineData("47-남구", "47-포항시")]
    public async Task A_part_of_another_names_the_whole(string id, string whole) =>
        Assert.Equal(whole, Assert.IsType<PartyStanding.PartOfAnother>(await FindAsync(id, After)).Whole!.Id.Value);

    [Theory]
    [InlineData("41-없는구")]
    [InlineData("99")]
    [InlineData("")]
    public async Task What_never_was_is_unknown(string id) => Assert.IsType<PartyStanding.Unknown>(await FindAsync(id, After));

    [Fact]
    public async Task A_successor_that_was_succeeded_leads_to_the_one_that_is_there()
    {
        var desk = _association.Get<ReferenceDesk>();
        var author = new Author("a", "A");
        var yeongjong = LocalGovernmentForm.Of((await desk.FindAsync(new LocalGovernmentId("28-영종구")))!.Row);
        Assert.IsType<RowResult<LocalGovernment>.Done>(await desk.AddAsync(yeongjong with { Id = "28-새구", Name = new() { ["ko"] = "새구", ["en"] = "Sae-gu" }, ValidFrom = "2030-01-01" }, null, author));
        Assert.IsType<RowResult<LocalGovernment>.Done>(await desk.ReplaceAsync(new("28-영종구"), yeongjong with { ValidTo = "2029-12-31", Successors = ["28-새구"] }, null, null, author));

        var former = Assert.IsType<PartyStanding.Former>(await FindAsync("28-중구", new DateOnly(2030, 1, 1)));

        Assert.Equal(["28-제물포구", "28-새구"], former.Successors.Select(successor => successor.Id.Value));
    }

    private async Task<PartyStanding> FindAsync(string id, DateOnly on) => await _association.Get<ReferenceTables>().FindLocalGovernmentAsync(new(id), on);
}
