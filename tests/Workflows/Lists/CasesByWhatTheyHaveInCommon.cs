using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.Lists;

/// <summary>The numbers of the overview, and the lists that they lead to.</summary>
public sealed class CasesByWhatTheyHaveInCommon : IAsyncLifetime
{
    private readonly Association _association = new();

    private CaseIndex Index => _association.Get<CaseIndex>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task A_case_is_counted_where_it_is_and_nowhere_else()
    {
        var draft = Row("a", StageName.Draft, WaitedOn.Office, 1);
        await Index.WriteAsync(draft, CancellationToken.None);
        var sent = Row("a", StageName.UnderReview, WaitedOn.Embassy, 2) with { Overdue = true, CameBack = true };
        await Index.WriteAsync(sent, CancellationToken.None);

        var overview = await Index.OverviewAsync();

        Assert.Equal((0, 1, 0, 1, 1, 1), (overview.In(StageName.Draft), overview.In(StageName.UnderReview), overview.WaitingOn(WaitedOn.Office),
            overview.WaitingOn(WaitedOn.Embassy), overview.Overdue, overview.CameBack));
        Assert.Empty(await IdsAsync(CaseSelection.Of(StageName.Draft)));
        Assert.Empty(await IdsAsync(CaseSelection.Of(WaitedOn.Office)));
        foreach (var selection in new[] { CaseSelection.Of(StageName.UnderReview), CaseSelection.Of(WaitedOn.Embassy), CaseSelection.Overdue, CaseSelection.CameBack })
            Assert.Equal(["a"], await IdsAsync(selection));
    }

    [Fact]
    public async Task Written_twice_or_late_it_counts_once()
    {
        foreach (var version in new[] { 1, 2, 2, 1, 3 })
            await Index.WriteAsync(Row("a", version == 1 ? StageName.Draft : StageName.UnderReview, version == 1 ? WaitedOn.Office : WaitedOn.Embassy, version), CancellationToken.None);

        var overview = await Index.OverviewAsync();

        Assert.Equal((1, 1, 0), (overview.Total, overview.In(StageName.UnderReview), overview.In(StageName.Draft)));
    }

    [Fact]
    public async Task Many_at_once_are_all_counted()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 60), async (i, cancel) =>
        {
            await Index.WriteAsync(Row($"m{i}", StageName.Draft, WaitedOn.Office, 1), cancel);
            if (i % 2 == 0) await Index.WriteAsync(Row($"m{i}", StageName.InEffect, WaitedOn.Nobody, 2), cancel);
        });

        var overview = await Index.OverviewAsync();

        Assert.Equal((60, 30, 30, 30), (overview.Total, overview.In(StageName.Draft), overview.In(StageName.InEffect), overview.WaitingOn(WaitedOn.Office)));
        Assert.False(overview.Longest.ContainsKey(WaitedOn.Nobody));
    }

    [Fact]
    public async Task Whoever_waits_longest_comes_first_and_pages_miss_none()
    {
        foreach (var day in new[] { 3, 1, 2 })
            await Index.WriteAsync(Row($"d{day}", StageName.UnderReview, WaitedOn.Embassy, 1) with { Since = Sample.Start.AddDays(day) }, CancellationToken.None);

        Assert.Equal("d1", (await Index.OverviewAsync()).Longest[WaitedOn.Embassy].Id.Value);
        var first = await Index.ListAsync(CaseSelection.Of(WaitedOn.Embassy), null, 2);
        var second = await Index.ListAsync(CaseSelection.Of(WaitedOn.Embassy), first.Next, 2);
        Assert.Equal(["d1", "d2", "d3"], first.Items.Concat(second.Items).Select(row => row.Id.Value));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task An_older_stores_cases_are_taken_in_once()
    {
        foreach (var stage in new[] { Sample.Submit, null })
            await (stage is null ? _association.BeginAsync() : _association.BeginAsync(stage));
        await Index.EnsureWholeAsync();
        await Index.EnsureWholeAsync();

        var overview = await Index.OverviewAsync();

        Assert.Equal((2, 1, 1), (overview.Total, overview.In(StageName.Draft), overview.In(StageName.UnderReview)));
    }

    [Fact]
    public void Every_list_has_a_name_of_its_own_that_finds_it()
    {
        Assert.Distinct(CaseSelection.All.Select(selection => selection.Name));
        Assert.All(CaseSelection.All, selection => Assert.Same(selection, CaseSelection.Named(selection.Name)));
        Assert.Null(CaseSelection.Named("counted-3"));
        Assert.Null(CaseSelection.Named("upkeep"));
    }

    private async Task<IEnumerable<string>> IdsAsync(CaseSelection selection) => (await Index.ListAsync(selection, null, 100)).Items.Select(row => row.Id.Value);

    private static CaseRow Row(string id, StageName stage, WaitedOn whom, int version) =>
        Summary.Of(Sample.InStage[StageName.Draft]) with { Id = new(id), Stage = stage, WaitedOn = whom, Version = version };
}
