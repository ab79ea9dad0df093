using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.Lists;

/// <summary>The desk's search: what narrows, in which order, and page by page.</summary>
public sealed class LookingForCases : IAsyncLifetime
{
    private readonly Association _association = new();

    private CaseIndex Index => _association.Get<CaseIndex>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task Each_condition_narrows_and_all_count_together()
    {
        await PutAsync(Row("a"), Row("b") with { Office = new("11") }, Row("c") with { Mission = new("FR"), OtherMissions = [new("GA")] }, Row("d") with { Kind = MouKind.Sisterhood },
            Row("e") with { Counterparty = Row("e").Counterparty! with { Country = "FR" } }, Row("f") with { Stage = StageName.Agreed, Overdue = true }, Row("g") with { CameBack = true });

        Assert.Equal("b", await FoundAsync(new(Office: new("11"))));
        Assert.Equal("c", await FoundAsync(new(Mission: new("FR"))));
        Assert.Equal("abcdefg", await FoundAsync(new(Mission: new("GA"))));
        Assert.Equal("d", await FoundAsync(new(Kind: MouKind.Sisterhood)));
        Assert.Equal("e", await FoundAsync(new(Country: "FR")));
        Assert.Equal("f", await FoundAsync(new(Stage: StageName.Agreed)));
        Assert.Equal("f", await FoundAsync(new(Overdue: true)));
        Assert.Equal("g", await FoundAsync(new(CameBack: true)));
        Assert.Equal("f", await FoundAsync(new(Overdue: true, Mission: new("GA"), Stage: StageName.Agreed)));
        Assert.Equal("", await FoundAsync(new(Overdue: true, Stage: StageName.Draft)));
    }

    [Theory]
    [InlineData("우호", "a")]
    [InlineData("우ㅎ", "a")]
    [InlineData("PROTOCOLE d'entente", "ab")]
    [InlineData("elysee", "b")]
    [InlineData("Élysée  protocole", "b")]
    [InlineData("libreville", "ab")]
    [InlineData("nowhere", "")]
    public async Task Words_are_found_without_accents_and_in_syllables_that_are_not_finished(string words, string found)
    {
        await PutAsync(
            Row("a") with { Title = LocalizedText.Of((Language.Korean, "우호협력 양해각서"), (Language.French, "Protocole d’entente")) },
            Row("b") with { Title = LocalizedText.Of((Language.Korean, "업무협약"), (Language.French, "Protocole d’entente de l’Élysée")) });

        Assert.Equal(found, await FoundAsync(new(Words: words)));
    }

    [Fact]
    public async Task What_is_due_is_asked_by_days_in_Seoul()
    {
        // 15:00 UTC is midnight in Seoul.
        await PutAsync(Due("a", new(2026, 12, 1, 14, 59, 0, TimeSpan.Zero)), Due("b", new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero)), Due("c", null), Due("d", new(2026, 12, 9, 0, 0, 0, TimeSpan.Zero)));

        Assert.Equal("a", await FoundAsync(new(DueUntil: new(2026, 12, 1))));
        Assert.Equal("bd", await FoundAsync(new(DueFrom: new(2026, 12, 2))));
        Assert.Equal("b", await FoundAsync(new(DueFrom: new(2026, 12, 2), DueUntil: new(2026, 12, 2))));
    }

    [Fact]
    public async Task Pages_follow_each_other_also_where_cases_come_and_go_between_them()
    {
        await PutAsync([.. Enumerable.Range(1, 9).Select(i => Row($"m{i}"))]);
        var first = (await Index.ReadAsync()).Find(new(Stage: StageName.Draft), null, 4);
        Assert.Equal(9, first.Total);
        await PutAsync(Row("m4") with { Stage = StageName.Agreed, Version = 9 }, Row("m9") with { Stage = StageName.Agreed, Version = 9 });

        var second = (await Index.ReadAsync()).Find(new(Stage: StageName.Draft), first.Next, 4);

        Assert.Equal(["m1", "m2", "m3", "m4"], first.Items.Select(row => row.Id.Value));
        Assert.Equal(["m5", "m6", "m7", "m8"], second.Items.Select(row => row.Id.Value));
        Assert.Null(second.Next);
        await Assert.ThrowsAsync<BadCursorException>(async () => (await Index.ReadAsync()).Find(new(), "no cursor", 4));
    }

    [Fact]
    public async Task Whatever_was_not_seen_otherwise_runs_as_long_as_its_case_lives()
    {
        await PutAsync(Row("a"), Row("b"), Row("c") with { Stage = StageName.Withdrawn });
        var sightings = _association.Get<OrchestrationSightings>();
        await sightings.NoteAsync(new("b"), OrchestrationStanding.Failed);

        Assert.Equal("a", await FoundAsync(new(Orchestration: OrchestrationStanding.Running)));
        Assert.Equal("b", await FoundAsync(new(Orchestration: OrchestrationStanding.Failed)));
        Assert.Equal("c", await FoundAsync(new(Orchestration: OrchestrationStanding.Completed)));
        Assert.Equal(1, (await Index.OverviewAsync()).Orchestrations[OrchestrationStanding.Failed]);
        await sightings.NoteAsync(new("b"), OrchestrationStanding.Running);
        Assert.Equal("ab", await FoundAsync(new(Orchestration: OrchestrationStanding.Running)));
    }

    [Fact]
    public async Task Another_process_reads_on_where_it_stopped()
    {
        using var other = new CaseIndex(_association.Get<Workflows.Storage.Tables>(), _association.Get<CaseLists>(), _association.Get<OfficeIndex>(), _association.Get<OrchestrationSightings>());
        await PutAsync(Row("a"), Row("b"));
        Assert.Equal(2, (await other.ReadAsync()).Count);
        await PutAsync(Row("a") with { Stage = StageName.Agreed, Version = 7 }, Row("c"));
        await Index.RemoveAsync(new("b"), CancellationToken.None);

        var view = await other.ReadAsync();

        Assert.Equal(["a", "c"], view.Rows(new()).Select(row => row.Id.Value));
        Assert.Equal(1, view.Overview.In(StageName.Agreed));
        Assert.Same(view, await other.ReadAsync());
    }

    [Fact]
    public async Task The_overview_says_on_whom_and_since_when()
    {
        CaseRow At(string id, string mission, int day, bool overdue) =>
            Row(id) with { Stage = StageName.UnderReview, WaitedOn = WaitedOn.Embassy, Mission = new(mission), Since = Sample.Start.AddDays(day), Overdue = overdue };
        await PutAsync(At("a", "GA", 3, false), At("b", "FR", 1, true), At("c", "GA", 2, true), Row("d") with { WaitedOn = WaitedOn.Office, Since = Sample.Start });

        var overview = await Index.OverviewAsync();

        Assert.Equal([("FR", 1, 1), ("GA", 2, 1)], overview.Embassies.Select(one => (one.Party.Value, one.Count, one.Overdue)));
        Assert.Equal(Sample.Start.AddDays(2), overview.Embassies[1].Since);
        Assert.Equal(("47", 1), overview.Offices.Select(one => (one.Party.Value, one.Count)).Single());
    }

    private Task PutAsync(params CaseRow[] rows) => Index.WriteAsync(rows, anew: false, CancellationToken.None);

    private async Task<string> FoundAsync(CaseQuery query) => string.Concat((await Index.ReadAsync()).Rows(query).Select(row => row.Id.Value));

    private static CaseRow Due(string id, DateTimeOffset? due) => Row(id) with { NextDue = due };

    private static CaseRow Row(string id) => Summary.Of(Sample.InStage[StageName.Draft]) with { Id = new(id), Version = 1 };
}
