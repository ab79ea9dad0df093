using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;

namespace LocalDiplomacy.Workflows.Tests.Lists;

public sealed class ListsOfCases : IAsyncLifetime
{
    private readonly Association _association = new();

    private CaseLists Lists => _association.Get<CaseLists>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task A_change_is_in_the_lists_when_it_is_answered()
    {
        var mou = await _association.BeginAsync(Sample.Submit);

        var row = Assert.Single((await Lists.OfOfficeAsync(Sample.Gyeongbuk, null, 10)).Items);

        Assert.Equal((mou.Id, StageName.UnderReview, 1, WaitedOn.Embassy, 2), (row.Id, row.Stage, row.Round, row.WaitedOn, row.Version));
        Assert.Equal(WhatFellDue.Next(mou), row.NextDue);
        Assert.Equal(row.Id, Assert.Single((await Lists.AllAsync(null, 10)).Items).Id);
        Assert.Equal(row.Id, Assert.Single((await Lists.OfEmbassyAsync(new("GA"), null, 10)).Items).Id);
        Assert.Empty((await Lists.OfOfficeAsync(new("11"), null, 10)).Items);
    }

    [Fact]
    public async Task Pages_go_from_the_newest_on_and_miss_none()
    {
        var made = new List<MouId>();
        for (var i = 0; i < 7; i++)
        {
            made.Insert(0, (await _association.BeginAsync()).Id);
            _association.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var read = new List<MouId>();
        for (var page = await Lists.AllAsync(null, 3); ; page = await Lists.AllAsync(page.Next, 3))
        {
            read.AddRange(page.Items.Select(row => row.Id));
            if (page.Next is null) break;
        }

        Assert.Equal(made, read);
    }

    [Fact]
    public async Task An_older_version_that_comes_late_is_not_written()
    {
        var before = await _association.BeginAsync();
        await _association.DoAsync(before.Id, Sample.Submit);

        await Lists.WriteAsync(before, CancellationToken.None);

        Assert.Equal(2, Assert.Single((await Lists.AllAsync(null, 10)).Items).Version);
    }

    [Fact]
    public async Task A_draft_that_changed_its_mission_leaves_the_formers_list()
    {
        var mou = await _association.BeginAsync();

        await _association.DoAsync(mou.Id, new MouCommand.ReplaceDraft(Sample.Friendship with { Mission = new("DO") }, Sample.TextB));

        Assert.Empty((await Lists.OfEmbassyAsync(new("GA"), null, 10)).Items);
        Assert.Single((await Lists.OfEmbassyAsync(new("DO"), null, 10)).Items);
    }

    [Fact]
    public async Task A_case_that_a_successor_took_over_leaves_the_formers_list()
    {
        var mou = await _association.BeginAsync();
        await _association.DoAsync(mou.Id, Sample.Hold);

        await _association.DoAsync(mou.Id, new MouCommand.ConfirmSuccessor(new("46"), "Act no. 20000."));

        Assert.Empty((await Lists.OfOfficeAsync(Sample.Gyeongbuk, null, 10)).Items);
        Assert.Equal(new LocalGovernmentId("46"), Assert.Single((await Lists.OfOfficeAsync(new("46"), null, 10)).Items).Office);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("%%%")]
    [InlineData("JyBvciBQYXJ0aXRpb25LZXkgbmUgJw")]
    public async Task A_cursor_that_no_page_gave_out_is_refused(string cursor) =>
        await Assert.ThrowsAsync<BadCursorException>(() => Lists.AllAsync(cursor, 10));

    [Theory]
    [InlineData(StageName.Draft, WaitedOn.Office)]
    [InlineData(StageName.UnderReview, WaitedOn.Embassy)]
    [InlineData(StageName.Agreed, WaitedOn.Office)]
    [InlineData(StageName.Signing, WaitedOn.Signers)]
    [InlineData(StageName.InEffect, WaitedOn.Nobody)]
    [InlineData(StageName.InternalApproval, WaitedOn.HeadOfOffice)]
    [InlineData(StageName.CouncilDecision, WaitedOn.Council)]
    [InlineData(StageName.CentralReview, WaitedOn.Ministry)]
    [InlineData(StageName.Signed, WaitedOn.Office)]
    [InlineData(StageName.Suspended, WaitedOn.Nobody)]
    [InlineData(StageName.OnHold, WaitedOn.Association)]
    [InlineData(StageName.Expired, WaitedOn.Nobody)]
    [InlineData(StageName.Declined, WaitedOn.Nobody)]
    [InlineData(StageName.Withdrawn, WaitedOn.Nobody)]
    public void Each_stage_waits_on_somebody_or_is_over(StageName stage, WaitedOn waitedOn) =>
        Assert.Equal(waitedOn, Summary.Of(Sample.InStage[stage]).WaitedOn);
}
