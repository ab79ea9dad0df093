using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Disposal;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Messages;
using LocalDiplomacy.Workflows.OfficePortal.Unsaved;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.Secretariat;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Signing.Scans;
using LocalDiplomacy.Workflows.Storage;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Signing;
using LocalDiplomacy.Workflows.Tests.Surroundings;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Tests.Disposal;

/// <summary>What was kept long enough goes, is recorded, and nothing else goes with it.</summary>
public sealed class WhatGoes : IAsyncLifetime
{
    private readonly Association _association = new();

    public Task InitializeAsync() => _association.LoadBeginningsAsync();

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task Histories_go_a_month_after_their_end_in_bounded_steps_and_those_that_run_stay()
    {
        await _association.StartEngineAsync();
        var ended = new List<Mou>();
        for (var i = 0; i < 3; i++) ended.Add(await _association.BeginAsync(Sample.Withdraw));
        var running = await _association.BeginAsync();
        foreach (var mou in ended) await Patience.UntilAsync(async () => await StatusAsync(mou.Id) == OrchestrationRuntimeStatus.Completed);
        var purge = _association.Get<HistoryPurge>();

        Assert.Equal(0, (await purge.RunAsync(_association.Engine, HistoryPurge.KeptFor, 100)).Count);
        _association.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(3, (await purge.RunAsync(_association.Engine, HistoryPurge.KeptFor, 100, isDry: true)).Count);
        Assert.Equal((2, false), Of(await purge.RunAsync(_association.Engine, HistoryPurge.KeptFor, 2)));
        Assert.Equal((1, true), Of(await purge.RunAsync(_association.Engine, HistoryPurge.KeptFor, 2)));

        foreach (var mou in ended) Assert.Null(await StatusAsync(mou.Id));
        Assert.NotNull(await StatusAsync(running.Id));
        // The record stands without its machine.
        Assert.Equal(ended[0].Version, (await _association.Cases.HistoryAsync(ended[0].Id)).Count);
    }

    [Fact]
    public async Task Secrets_that_hold_no_longer_go_after_a_day()
    {
        var tables = _association.Get<Tables>();
        async Task PutAsync(string name, string row, string column, double hoursAgo) =>
            await (await tables.OpenAsync(name, CancellationToken.None)).AddEntityAsync(new TableEntity(row, row) { [column] = _association.Clock.GetUtcNow().AddHours(-hoursAgo) });
        foreach (var (name, column) in new[] { (Tables.Codes, "RequestedAt"), (Tables.SignIns, "ExpiresAt"), (Tables.Sessions, "ExpiresAt"), (Tables.Devices, "ExpiresAt") })
        {
            await PutAsync(name, "old", column, 25);
            await PutAsync(name, "young", column, 23);
        }

        var gone = await _association.Get<RetentionRun>().RunAsync(_association.Engine);

        Assert.Equal(["Codes", "Devices", "Sessions", "SignIns"], gone.Select(one => one.What).Order(StringComparer.Ordinal));
        Assert.All(gone, one => Assert.Equal(1, one.Count));
        foreach (var name in new[] { Tables.Codes, Tables.SignIns, Tables.Sessions, Tables.Devices })
        {
            var table = await tables.OpenAsync(name, CancellationToken.None);
            Assert.Null(await table.FindAsync("old", "old", CancellationToken.None));
            Assert.NotNull(await table.FindAsync("young", "young", CancellationToken.None));
        }

        Assert.Equal(4, (await _association.Get<Erasures>().LastAsync(10)).Count);
        Assert.Empty(await _association.Get<RetentionRun>().RunAsync(_association.Engine));
    }

    [Fact]
    public async Task What_was_typed_and_never_saved_goes_half_a_year_after_its_last_touch()
    {
        var unsaved = _association.Get<UnsavedDrafts>();
        var (left, touched, case1) = (UnsavedPlace.New("p1", new("a1")), UnsavedPlace.New("p1", new("a2")), UnsavedPlace.Of(new("c1")));
        async Task<UnsavedDraft?> TypeAsync(UnsavedPlace place, string title, string? before) => await unsaved.KeepAsync(
            place, new(new(null, new() { ["en"] = title }, null, null, null, null, null, null), 0, "k", "Kim Ji-young", _association.Clock.GetUtcNow()), before);
        await TypeAsync(left, "Left", null);
        await TypeAsync(case1, "On a draft", null);
        var first = await TypeAsync(touched, "Touched", null);
        _association.Clock.Advance(TimeSpan.FromDays(100));
        await TypeAsync(touched, "Touched again", first!.Tag);

        Assert.Empty(await _association.Get<RetentionRun>().RunAsync(_association.Engine));
        _association.Clock.Advance(TimeSpan.FromDays(81));
        var gone = Assert.Single(await _association.Get<RetentionRun>().RunAsync(_association.Engine));

        Assert.Equal(("unsaved-drafts", 2, "not touched for 180 days"), (gone.What, gone.Count, gone.Rule));
        Assert.Null(await unsaved.FindAsync(left));
        Assert.Null(await unsaved.FindAsync(case1));
        Assert.Equal("Touched again", (await unsaved.FindAsync(touched))!.Form.Title!["en"]);
        Assert.Equal(gone, Assert.Single(await _association.Get<Erasures>().LastAsync(10)));
    }

    [Fact]
    public async Task A_code_that_is_asked_for_anew_while_old_ones_go_stays()
    {
        var codes = await _association.Get<Tables>().OpenAsync(Tables.Codes, CancellationToken.None);
        await codes.AddEntityAsync(new TableEntity("asked", "asked") { ["RequestedAt"] = _association.Clock.GetUtcNow().AddDays(-2) });
        _association.Tables.BeforeDelete = (_, partition, row) =>
            codes.UpsertEntityAsync(new TableEntity(partition, row) { ["RequestedAt"] = _association.Clock.GetUtcNow() }, TableUpdateMode.Replace);

        Assert.Empty(await _association.Get<RetentionRun>().RunAsync(_association.Engine));

        Assert.NotNull(await codes.FindAsync("asked", "asked", CancellationToken.None));
    }

    [Fact]
    public async Task A_case_goes_when_its_retention_is_over_and_a_record_of_it_stays()
    {
        var settings = AssociationSettings.Default with { Kinds = [.. AssociationSettings.Default.Kinds.Select(kind => kind with { RetentionYears = 5 })] };
        var mou = await EndedAsync(settings);
        var kept = await EndedAsync(AssociationSettings.Default with { Kinds = [.. AssociationSettings.Default.Kinds.Select(kind => kind with { RetentionYears = null })] });
        var chain = await _association.Get<CasePartition>().ChainAsync(mou.Id, int.MaxValue, CancellationToken.None);
        await _association.Get<CaseIndex>().EnsureWholeAsync();
        var erasure = _association.Get<CaseErasure>();
        await _association.Get<CaseWork>().LookedAsync(mou.Id, mou.Version, _association.Clock.GetUtcNow(), null);
        // The same paper lies with both cases: it goes with one of them only.
        var (scans, scan) = (_association.Get<ScanStore>(), ScanStore.HashOf(SampleScans.Png));
        foreach (var of in new[] { mou.Id, kept.Id }) await scans.SaveAsync(of, scan, SampleScans.Png);
        var letter = await _association.Get<MessageStore>().KeepAsync(mou.Id, SampleScans.Jpeg, CancellationToken.None);
        var typed = new UnsavedDraft(new(null, null, null, null, null, null, null, null), 1, "k", "Kim Ji-young", _association.Clock.GetUtcNow());
        await _association.Get<UnsavedDrafts>().KeepAsync(UnsavedPlace.Of(mou.Id), typed, null);
        await _association.Get<CaseRecords>().OpenAsync(mou.Id, new Actor.AssociationMember("p9", "Lee Seo-yeon"), "A complaint.");

        // Counted from 1 January of the year after the end: through 31 December of the fifth.
        _association.Clock.Advance(new DateTimeOffset(2031, 12, 31, 12, 0, 0, TimeSpan.Zero) - _association.Clock.GetUtcNow());
        Assert.Empty(await erasure.DueAsync());
        Assert.False(await erasure.EraseAsync(mou.Id));
        _association.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal([mou.Id], await erasure.DueAsync());
        Assert.True(await erasure.EraseAsync(mou.Id));

        Assert.Null(await _association.Cases.FindAsync(mou.Id));
        Assert.Empty(await _association.Cases.HistoryAsync(mou.Id));
        Assert.Null(await scans.FindAsync(mou.Id, scan));
        Assert.NotNull(await scans.FindAsync(kept.Id, scan));
        Assert.Null(await _association.Get<MessageStore>().FindAttachmentAsync(mou.Id, letter));
        Assert.Empty(await _association.Get<CaseWork>().OfCaseAsync(mou.Id));
        Assert.Null(await _association.Get<UnsavedDrafts>().FindAsync(UnsavedPlace.Of(mou.Id)));
        Assert.Empty(await _association.Get<CaseRecords>().OpeningsAsync(mou.Id));
        Assert.DoesNotContain((await _association.Get<CaseLists>().OfOfficeAsync(mou.Office, null, 100)).Items, row => row.Id == mou.Id);
        Assert.Equal([kept.Id], (await _association.Get<CaseIndex>().ReadAsync()).Rows(new()).Select(row => row.Id));
        var record = Assert.Single(await _association.Get<Erasures>().LastAsync(10));
        Assert.Equal(("case", mou.Id.Value, chain[^1].Hash.Value, chain.Count), (record.What, record.Id, record.ChainHead, record.Count));
        Assert.Empty(await erasure.DueAsync());
        Assert.False(await erasure.EraseAsync(mou.Id));
        Assert.False(await erasure.EraseAsync(kept.Id));
    }

    private async Task<Mou> EndedAsync(AssociationSettings settings)
    {
        var id = MouCases.IdFor("tests", Guid.NewGuid().ToString());
        await _association.DoAsync(id, Sample.Create with { Settings = settings });
        return await _association.DoAsync(id, Sample.Withdraw);
    }

    private static (int, bool) Of(PurgedHistories purged) => (purged.Count, purged.IsWhole);

    private async Task<OrchestrationRuntimeStatus?> StatusAsync(MouId id) => (await _association.Engine.GetInstanceAsync(id.Value))?.RuntimeStatus;
}
