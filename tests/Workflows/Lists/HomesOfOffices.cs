using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.Lists;

/// <summary>What an office finds on its home, and what it costs to find it.</summary>
public sealed class HomesOfOffices : IAsyncLifetime
{
    private static readonly LocalGovernmentId Successor = new("46");

    private readonly Association _association = new();

    private OfficeIndex Index => _association.Get<OfficeIndex>();

    private OfficeHomes Homes => _association.Get<OfficeHomes>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task A_change_is_on_the_home_when_it_is_answered()
    {
        var mou = await _association.BeginAsync();
        Assert.Equal(mou.Id, Assert.Single((await HomeAsync()).First[OfficeShelf.ForMe]).Id);

        await _association.DoAsync(mou.Id, Sample.Submit);

        var home = await HomeAsync();
        Assert.Empty(home.First[OfficeShelf.ForMe]);
        var row = Assert.Single(home.First[OfficeShelf.ForOthers]);
        Assert.Equal((WaitedOn.Embassy, new MissionId("GA")), (row.WaitedOn, Assert.Single(row.Asked!)));
        Assert.Equal(MouLifecycle.NextIn((await _association.Cases.FindAsync(mou.Id))!.Stage)!.By.LastDay, row.DueOn);
        Assert.Equal(mou.Id, Assert.Single(home.Recent).Id);
        Assert.Equal((0, 1, 1), (home.Counts[OfficeShelf.ForMe], home.Counts[OfficeShelf.ForOthers], home.Counts[OfficeShelf.All]));
    }

    [Fact]
    public async Task A_thousand_MOUs_cost_what_three_cost()
    {
        await WriteAsync(3);
        var few = await CostAsync();
        await WriteAsync(1000);
        var many = await CostAsync();

        Assert.Equal(1000, (await HomeAsync()).Counts[OfficeShelf.All]);
        Assert.Equal(few.Questions, many.Questions);
        Assert.InRange(many.Questions, 1, 12);
        Assert.InRange(many.Rows, 1, 12 * (OfficeHomes.FirstRows + 1));
    }

    [Fact]
    public async Task What_is_due_soonest_comes_first_and_what_has_no_day_last()
    {
        await Index.WriteAsync(Row("none-2", WaitedOn.Embassy) with { Since = Sample.Start.AddDays(1) }, default);
        await Index.WriteAsync(Row("none-1", WaitedOn.Embassy), default);
        await Index.WriteAsync(Row("later", WaitedOn.Council) with { DueOn = new(2026, 12, 24) }, default);
        await Index.WriteAsync(Row("sooner", WaitedOn.Signers) with { DueOn = new(2026, 12, 1) }, default);

        var first = await Homes.ListAsync(Sample.Gyeongbuk, OfficeShelf.ForOthers, Role.Drafter, null, 3);
        var second = await Homes.ListAsync(Sample.Gyeongbuk, OfficeShelf.ForOthers, Role.Drafter, first.Next, 3);

        Assert.Equal(["sooner", "later", "none-1", "none-2"], first.Items.Concat(second.Items).Select(row => row.Id.Value));
        Assert.Null(second.Next);
    }

    [Theory]
    [InlineData(Role.Drafter, WaitedOn.Office, OfficeShelf.ForMe)]
    [InlineData(Role.Drafter, WaitedOn.HeadOfOffice, OfficeShelf.ForOthers)]
    [InlineData(Role.HeadOfOffice, WaitedOn.HeadOfOffice, OfficeShelf.ForMe)]
    [InlineData(Role.HeadOfOffice, WaitedOn.Office, OfficeShelf.ForMe)]
    [InlineData(Role.CouncilClerk, WaitedOn.Council, OfficeShelf.ForMe)]
    [InlineData(Role.CouncilClerk, WaitedOn.Office, OfficeShelf.ForOthers)]
    [InlineData(Role.Drafter, WaitedOn.Nobody, OfficeShelf.Settled)]
    public async Task Each_reader_finds_their_own_work_apart(Role role, WaitedOn whom, OfficeShelf shelf)
    {
        await Index.WriteAsync(Row("a", whom), default);

        foreach (var other in Enum.GetValues<OfficeShelf>())
            Assert.Equal(other == shelf || other == OfficeShelf.All ? 1 : 0, (await Homes.ListAsync(Sample.Gyeongbuk, other, role, null, 10)).Items.Count);
    }

    [Fact]
    public async Task What_is_late_stands_among_the_late_alone_and_counts_once()
    {
        foreach (var version in new[] { 1, 2, 2, 1 })
            await Index.WriteAsync(Row("a", WaitedOn.Embassy, version) with { Overdue = version == 2, DueOn = new(2026, 12, 1) }, default);

        var home = await HomeAsync();

        Assert.Equal("a", Assert.Single(home.First[OfficeShelf.Overdue]).Id.Value);
        Assert.Empty(home.First[OfficeShelf.ForOthers]);
        Assert.Equal((1, 0, 1), (home.Counts[OfficeShelf.Overdue], home.Counts[OfficeShelf.ForOthers], home.Counts[OfficeShelf.All]));
    }

    [Fact]
    public async Task Those_who_write_at_once_lose_none_and_leave_nothing_behind()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 30).SelectMany(i => new[] { (i, 1), (i, 2) }), async (write, cancel) =>
            await Index.WriteAsync(Row($"m{write.i}", write.Item2 == 1 ? WaitedOn.Office : WaitedOn.Nobody, write.Item2), cancel));

        Assert.Equal(30, (await HomeAsync()).Counts[OfficeShelf.Settled]);
        Assert.Equal(30, (await Homes.ListAsync(Sample.Gyeongbuk, OfficeShelf.Settled, Role.Drafter, null, 100)).Items.Count);
        Assert.Empty((await Homes.ListAsync(Sample.Gyeongbuk, OfficeShelf.ForMe, Role.Drafter, null, 100)).Items);
    }

    [Fact]
    public async Task A_case_that_a_successor_took_over_is_on_the_successors_home_and_a_late_writer_does_not_bring_it_back()
    {
        var mou = await _association.BeginAsync();
        var held = await _association.DoAsync(mou.Id, Sample.Hold);
        await _association.DoAsync(mou.Id, new MouCommand.ConfirmSuccessor(Successor, "Act no. 20000."));

        await Index.WriteAsync(Summary.Of(held), default);

        Assert.Equal(0, (await HomeAsync()).Counts[OfficeShelf.All]);
        Assert.Empty((await HomeAsync()).Recent);
        Assert.Equal(mou.Id, Assert.Single((await Homes.ReadAsync(Successor, Role.Drafter)).Recent).Id);
    }

    [Fact]
    public async Task An_older_stores_cases_are_taken_in()
    {
        var older = await _association.BeginAsync();
        await Index.LeaveAsync(Sample.Gyeongbuk, Summary.Of(older) with { Version = 0 }, default);
        await _association.Get<CaseIndex>().EnsureWholeAsync();

        Assert.Equal(older.Id, Assert.Single((await HomeAsync()).Recent).Id);
    }

    private Task<OfficeHome> HomeAsync() => Homes.ReadAsync(Sample.Gyeongbuk, Role.Drafter);

    private Task WriteAsync(int count) => Parallel.ForEachAsync(Enumerable.Range(0, count), async (i, cancel) =>
        await Index.WriteAsync(Row($"m{i}", (WaitedOn)(i % 8)) with { Overdue = i % 5 == 0, DueOn = i % 3 == 0 ? null : new DateOnly(2026, 12, 1).AddDays(i) }, cancel));

    private async Task<(int Questions, int Rows)> CostAsync()
    {
        var before = _association.Tables.Read;
        await HomeAsync();
        return (_association.Tables.Read.Questions - before.Questions, _association.Tables.Read.Rows - before.Rows);
    }

    private static CaseRow Row(string id, WaitedOn whom, int version = 1) =>
        Summary.Of(Sample.InStage[StageName.Draft]) with { Id = new(id), WaitedOn = whom, Version = version };
}
