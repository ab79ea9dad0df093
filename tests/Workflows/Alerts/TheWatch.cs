using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Storage;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Tests.Alerts;

/// <summary>What the watch finds, mends and reports, on the engine.</summary>
public sealed class TheWatch : IAsyncLifetime
{
    private static readonly Dictionary<string, bool> NoParts = [];
    private readonly Association _association = new();

    private AlertBook Book => _association.Get<AlertBook>();

    public async Task InitializeAsync()
    {
        await _association.LoadBeginningsAsync();
        await _association.StartEngineAsync();
    }

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task Nothing_is_said_where_all_is_well()
    {
        await SubmittedAsync();
        await WatchAsync();

        Assert.Empty(await Book.OpenAsync());
        Assert.Empty((await Book.ClosedAsync(null, 10)).Items);
        Assert.DoesNotContain(_association.MailService.Arrived, mail => mail.Subject.EndsWith(" opened", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_orchestration_that_is_missing_is_started_again()
    {
        var id = await SubmittedAsync();
        await LoseAsync(id);

        await WatchAsync();

        var alert = Assert.Single(await Book.OpenAsync());
        Assert.Equal((AlertKind.OrchestrationMissing, (MouId?)id, 1), (alert.Kind, alert.Mou, alert.Tries));
        Assert.Equal(Sample.Create.Particulars.Title.In(Language.Korean), alert.Title!.In(Language.Korean));
        await IsAsync(id, OrchestrationRuntimeStatus.Running);
        await LaterAsync();
        Assert.Empty(await Book.OpenAsync());
        var closed = Assert.Single((await Book.ClosedAsync(null, 10)).Items);
        Assert.Equal((alert.Id, AlertEnd.TriedAgain, _association.Clock.GetUtcNow()), (closed.Id, closed.End, closed.ClosedAt));
    }

    [Fact]
    public async Task One_that_ended_while_its_case_lives_is_missing_too_and_one_that_an_administrator_stopped_is_not()
    {
        var (ended, stopped) = (await SubmittedAsync(), await SubmittedAsync());
        await _association.Engine.TerminateInstanceAsync(ended.Value);
        await IsAsync(ended, OrchestrationRuntimeStatus.Terminated);
        await _association.DoAsync(stopped, new MouCommand.SuspendOrchestration("An outage.", OrchestrationFound.Running), new Actor.AssociationMember("p9", "Lee Seo-yeon"));
        await _association.Get<StepIn>().TryAsync(stopped, _association.Engine);
        await IsAsync(stopped, OrchestrationRuntimeStatus.Suspended);

        await WatchAsync();

        Assert.Equal(ended, Assert.Single(await Book.OpenAsync()).Mou);
        await IsAsync(ended, OrchestrationRuntimeStatus.Running);
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, await StatusAsync(stopped));
    }

    [Fact]
    public async Task One_that_failed_is_reported_once_started_anew_ever_less_often_and_closed_when_it_runs()
    {
        var id = await SubmittedAsync();
        await FailAsync(id);
        await WatchAsync();
        var alert = Assert.Single(await Book.OpenAsync());
        Assert.Equal((AlertKind.OrchestrationFailed, 1), (alert.Kind, alert.Tries));
        Assert.NotNull(alert.Detail);
        await IsAsync(id, OrchestrationRuntimeStatus.Running);

        // It fails again before the next look, and again.
        await FailAsync(id);
        await LaterAsync();
        await FailAsync(id);
        await LaterAsync();
        var again = Assert.Single(await Book.OpenAsync());
        Assert.Equal((alert.Id, 2), (again.Id, again.Tries));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, await StatusAsync(id));
        Assert.Equal(OrchestrationStanding.Failed, (await _association.Get<OrchestrationSightings>().AllAsync(CancellationToken.None))[id]);

        await LaterAsync();
        await IsAsync(id, OrchestrationRuntimeStatus.Running);
        await LaterAsync();
        Assert.Empty(await Book.OpenAsync());
        Assert.Equal(AlertEnd.TriedAgain, Assert.Single((await Book.ClosedAsync(null, 10)).Items).End);
        Assert.Empty(await _association.Get<OrchestrationSightings>().AllAsync(CancellationToken.None));
        await MailsAsync("OrchestrationFailed opened", 2);
        await MailsAsync("OrchestrationFailed closed", 2);
    }

    [Fact]
    public async Task One_that_was_suspended_from_outside_is_reported_and_left_alone()
    {
        var id = await SubmittedAsync();
        await _association.Engine.SuspendInstanceAsync(id.Value);
        await IsAsync(id, OrchestrationRuntimeStatus.Suspended);
        await WatchAsync();
        await LaterAsync();
        Assert.Equal((AlertKind.OrchestrationStopped, 0), (Assert.Single(await Book.OpenAsync()).Kind, (await Book.OpenAsync())[0].Tries));
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, await StatusAsync(id));

        await _association.Engine.ResumeInstanceAsync(id.Value);
        await IsAsync(id, OrchestrationRuntimeStatus.Running);
        await LaterAsync();
        Assert.Equal(AlertEnd.WellAgain, Assert.Single((await Book.ClosedAsync(null, 10)).Items).End);
    }

    [Fact]
    public async Task Effects_that_nobody_was_told_of_are_nudged()
    {
        var id = await SubmittedAsync();
        var mou = (await _association.Cases.FindAsync(id))!;
        var table = await _association.Get<Tables>().OpenAsync(Tables.Mous, CancellationToken.None);
        var effect = new Effect("0000000002-lists", 2, EffectKind.Lists, null, null);
        await table.AddEntityAsync(CaseRows.OfEffect(id, effect));
        Assert.Empty(await _association.Get<Nudges>().OfCaseAsync(id, CancellationToken.None));

        await WatchAsync();

        await _association.ToRestAsync(id);
        Assert.Empty(await _association.Cases.LeftToDoAsync(id));
        Assert.Empty(await Book.OpenAsync());
        Assert.Equal(mou.Version, (await _association.Cases.FindAsync(id))!.Version);
    }

    [Fact]
    public async Task Effects_that_keep_failing_are_an_alert_with_the_error_until_they_are_carried_out()
    {
        var id = await SubmittedAsync();
        _association.Tables.BeforeTransaction = table => table == Tables.CaseIndex ? throw new Azure.RequestFailedException(503, "away") : Task.CompletedTask;
        await _association.DoAsync(id, Sample.Accept);
        await _association.AdvanceUntilAsync(TimeSpan.FromSeconds(5), async () => await _association.Cases.LeftToDoAsync(id) is [var last] && last.EndsWith("-lists", StringComparison.Ordinal));
        await WatchAsync();
        Assert.Empty(await Book.OpenAsync());

        await _association.AdvanceUntilAsync(TimeSpan.FromMinutes(1), async () =>
        {
            await WatchAsync();
            return (await Book.OpenAsync()).Count > 0;
        });
        var alert = Assert.Single(await Book.OpenAsync());
        Assert.Equal((AlertKind.EffectsLeft, (MouId?)id, nameof(Azure.RequestFailedException)), (alert.Kind, alert.Mou, alert.Detail));

        _association.Tables.BeforeTransaction = _ => Task.CompletedTask;
        await _association.Get<ReNudge>().RunAsync(_association.Engine);
        await _association.AdvanceUntilAsync(TimeSpan.FromSeconds(30), async () => (await _association.Cases.LeftToDoAsync(id)).Count == 0);
        await _association.ToRestAsync(id);
        await WatchAsync();
        Assert.Empty(await Book.OpenAsync());
    }

    [Fact]
    public async Task A_case_that_cannot_be_read_keeps_nobody_from_looking_at_the_others()
    {
        var (broken, lost) = (await SubmittedAsync(), await SubmittedAsync());
        var table = await _association.Get<Tables>().OpenAsync(Tables.Mous, CancellationToken.None);
        var row = (await table.FindAsync(broken.Value, CaseRows.State, CancellationToken.None))!;
        var good = row.GetString("Json0");
        row["Json0"] = "{ no json";
        await table.TryReplaceAsync(row, CancellationToken.None);
        await LoseAsync(lost);

        await WatchAsync();

        Assert.Equal(
            [(AlertKind.CaseUnreadable, broken), (AlertKind.OrchestrationMissing, lost)], (await Book.OpenAsync()).Select(alert => (alert.Kind, alert.Mou!.Value)).OrderByDescending(one => one.Kind));
        row = (await table.FindAsync(broken.Value, CaseRows.State, CancellationToken.None))!;
        row["Json0"] = good;
        await table.TryReplaceAsync(row, CancellationToken.None);
        await IsAsync(lost, OrchestrationRuntimeStatus.Running);
        await LaterAsync();
        Assert.Empty(await Book.OpenAsync());
    }

    [Fact]
    public async Task A_mail_that_was_given_up_stays_an_alert_until_somebody_sees_to_it()
    {
        _association.MailService.Answer = () => System.Net.HttpStatusCode.BadRequest;
        var mou = await _association.BeginAsync(Sample.Submit);
        await Patience.UntilAsync(async () => (await Book.OpenAsync()).Any(alert => alert.Kind == AlertKind.MailGivenUp));
        var alert = (await Book.OpenAsync()).First(one => one.Subject.Contains("ReviewRequested", StringComparison.Ordinal));
        Assert.Equal((mou.Id, GivenUpMail.Refused), (alert.Mou!.Value, alert.Detail));
        _association.MailService.Answer = () => System.Net.HttpStatusCode.Accepted;
        await _association.ToRestAsync(mou.Id);

        await WatchAsync();
        await LaterAsync();
        Assert.Contains(await Book.OpenAsync(), one => one.Id == alert.Id);
        await Book.AcknowledgeAsync(alert.Id, new Author("p9", "Lee Seo-yeon"), "I telephoned them.");
        await Book.AcknowledgeAsync(alert.Id, new Author("p9", "Lee Seo-yeon"), "I telephoned them.");
        await LaterAsync();

        var closed = (await Book.ClosedAsync(null, 10)).Items.Single(one => one.Id == alert.Id);
        Assert.Equal(AlertEnd.Settled, closed.End);
        Assert.Equal("I telephoned them.", Assert.Single(closed.Acknowledgements).Reason);
    }

    [Fact]
    public async Task A_mail_that_was_sent_again_closes_its_alert()
    {
        _association.MailService.Answer = () => System.Net.HttpStatusCode.BadRequest;
        var mou = await _association.BeginAsync(Sample.Submit);
        await Patience.UntilAsync(async () => (await Book.OpenAsync()).Any(one => one.Subject.Contains("ReviewRequested", StringComparison.Ordinal)));
        var alert = (await Book.OpenAsync()).First(one => one.Subject.Contains("ReviewRequested", StringComparison.Ordinal));
        _association.MailService.Answer = () => System.Net.HttpStatusCode.Accepted;
        await _association.DoAsync(mou.Id, new MouCommand.RetryMail(alert.Subject.Split('|')[1], true, "It is back.", OrchestrationFound.Running), new Actor.AssociationMember("p9", "Lee Seo-yeon"));
        await _association.Get<StepIn>().TryAsync(mou.Id, _association.Engine);
        await _association.MailService.NextToAsync("review@gabon.example");
        await _association.MailsToRestAsync(mou.Id);

        await WatchAsync();

        Assert.Equal(AlertEnd.WellAgain, (await Book.ClosedAsync(null, 10)).Items.Single(one => one.Id == alert.Id).End);
    }

    [Fact]
    public async Task A_mail_whose_delivery_is_gone_gets_another_one()
    {
        _association.MailService.Answer = () => System.Net.HttpStatusCode.ServiceUnavailable;
        var mou = await _association.BeginAsync(Sample.Submit);
        await _association.ToRestAsync(mou.Id);
        var mail = (await _association.Get<MailLedger>().OfCaseAsync(mou.Id)).First(one => one.Kind == MailKind.ReviewRequested);
        var delivery = $"mail-{mou.Id.Value}-{mail.Id}";
        await _association.Engine.TerminateInstanceAsync(delivery);
        await Patience.UntilAsync(async () => (await _association.Engine.GetInstanceAsync(delivery))?.RuntimeStatus == OrchestrationRuntimeStatus.Terminated);
        _association.MailService.Answer = () => System.Net.HttpStatusCode.Accepted;
        await LaterAsync();
        Assert.Equal(MailState.Queued, (await _association.Get<MailLedger>().OfCaseAsync(mou.Id)).Single(one => one.Id == mail.Id).State);

        _association.Clock.Advance(TimeSpan.FromHours(27));
        await WatchAsync();

        await _association.AdvanceUntilAsync(TimeSpan.FromSeconds(1), async () => (await _association.Get<MailLedger>().OfCaseAsync(mou.Id)).Single(one => one.Id == mail.Id).State == MailState.Sent);
    }

    [Fact]
    public async Task A_case_that_is_gone_takes_its_alert_along()
    {
        var id = await SubmittedAsync();
        await _association.Engine.SuspendInstanceAsync(id.Value);
        await IsAsync(id, OrchestrationRuntimeStatus.Suspended);
        await WatchAsync();
        Assert.Single(await Book.OpenAsync());
        var table = await _association.Get<Tables>().OpenAsync(Tables.Mous, CancellationToken.None);
        await table.RemoveAsync(id.Value, CaseRows.State, CancellationToken.None);

        await LaterAsync();

        Assert.Equal(AlertEnd.Over, Assert.Single((await Book.ClosedAsync(null, 10)).Items).End);
    }

    [Fact]
    public async Task A_part_is_an_alert_when_it_is_unwell_twice_and_well_again_when_it_is()
    {
        var unwell = new Dictionary<string, bool> { ["mail"] = false, ["texts"] = true };
        await WatchAsync(unwell);
        Assert.Empty(await Book.OpenAsync());
        await LaterAsync(unwell);
        Assert.Equal((AlertKind.PartUnwell, "mail"), (Assert.Single(await Book.OpenAsync()).Kind, (await Book.OpenAsync())[0].Subject));
        await LaterAsync(unwell);
        Assert.Single(await Book.OpenAsync());

        await LaterAsync(new() { ["mail"] = true, ["texts"] = true });
        Assert.Empty(await Book.OpenAsync());
        Assert.Equal(AlertEnd.WellAgain, Assert.Single((await Book.ClosedAsync(null, 10)).Items).End);
    }

    /// <summary>With more cases than one run looks at: each is met once a round, ended ones never, and a changed one is not missed.</summary>
    [Fact]
    public async Task The_index_is_gone_through_in_pieces_from_where_it_stopped()
    {
        var living = new HashSet<MouId>();
        for (var i = 0; i < 30; i++) living.Add((await _association.BeginAsync()).Id);
        for (var i = 0; i < 10; i++) await _association.BeginAsync(Sample.Withdraw);
        await Patience.UntilAsync(async () => (await _association.Get<CaseIndex>().ReadAsync()).Count == 40);
        await Patience.UntilAsync(async () => (await _association.Get<CaseIndex>().ReadAsync()).All.Count(one => one.HasEnded) == 10);
        var sweep = _association.Get<IndexSweep>();

        var (met, rounds, shard, number) = (new List<MouId>(), 0, 0, 0L);
        for (var runs = 0; rounds == 0; runs++)
        {
            var swept = await sweep.NextAsync(shard, number, 7, 9, CancellationToken.None);
            Assert.InRange(swept.Ids.Count, 0, 7);
            Assert.True(runs < 20);
            met.AddRange(swept.Ids);
            (shard, number) = (swept.Shard, swept.Number);
            if (swept.IsRound) rounds++;
        }

        Assert.Equal(living.Count, met.Count);
        Assert.Equal(living, met.ToHashSet());
        Assert.Equal((0, 0L), (shard, number));
    }

    [Fact]
    public async Task The_engine_is_never_asked_for_all_its_instances_and_a_run_that_fails_goes_on_where_it_was()
    {
        var id = await SubmittedAsync();
        await FailAsync(id);
        var engine = new CarefulEngine(_association.Engine) { IsAway = true };
        await Assert.ThrowsAsync<InvalidOperationException>(() => _association.Get<OrchestrationWatch>().RunAsync(engine, NoParts));
        Assert.Empty(await Book.OpenAsync());

        engine.IsAway = false;
        await _association.Get<OrchestrationWatch>().RunAsync(engine, NoParts);

        Assert.Equal(id, Assert.Single(await Book.OpenAsync()).Mou);
    }

    [Fact]
    public async Task What_was_closed_goes_after_ninety_days_and_what_is_open_stays()
    {
        var (healed, broken) = (await SubmittedAsync(), await SubmittedAsync());
        foreach (var id in new[] { healed, broken }) await _association.Engine.SuspendInstanceAsync(id.Value);
        foreach (var id in new[] { healed, broken }) await IsAsync(id, OrchestrationRuntimeStatus.Suspended);
        await WatchAsync();
        await _association.Engine.ResumeInstanceAsync(healed.Value);
        await IsAsync(healed, OrchestrationRuntimeStatus.Running);
        await LaterAsync();
        Assert.Single((await Book.ClosedAsync(null, 10)).Items);

        _association.Clock.Advance(TimeSpan.FromDays(91));
        var gone = await _association.Get<Workflows.Disposal.RetentionRun>().RunAsync(_association.Engine);

        Assert.Equal(1, gone.Single(one => one.What == "alerts").Count);
        Assert.Empty((await Book.ClosedAsync(null, 10)).Items);
        Assert.Equal(broken, Assert.Single(await Book.OpenAsync()).Mou);
    }

    private async Task<MouId> SubmittedAsync()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        await _association.MailsToRestAsync(mou.Id);
        return mou.Id;
    }

    private Task WatchAsync(Dictionary<string, bool>? parts = null) => _association.Get<OrchestrationWatch>().RunAsync(_association.Engine, parts ?? NoParts);

    private Task LaterAsync(Dictionary<string, bool>? parts = null)
    {
        _association.Clock.Advance(TimeSpan.FromMinutes(5));
        return WatchAsync(parts);
    }

    private async Task LoseAsync(MouId id)
    {
        await _association.Engine.TerminateInstanceAsync(id.Value);
        await IsAsync(id, OrchestrationRuntimeStatus.Terminated);
        await _association.Engine.PurgeInstanceAsync(id.Value);
        Assert.Null(await StatusAsync(id));
    }

    /// <summary>Another orchestration without its input fails at once, under the case's id.</summary>
    private async Task FailAsync(MouId id)
    {
        await _association.Engine.TerminateInstanceAsync(id.Value);
        await IsAsync(id, OrchestrationRuntimeStatus.Terminated, OrchestrationRuntimeStatus.Failed);
        await _association.Engine.ScheduleNewOrchestrationInstanceAsync(nameof(MailDelivery), new StartOrchestrationOptions(id.Value));
        await IsAsync(id, OrchestrationRuntimeStatus.Failed);
    }

    private Task MailsAsync(string subject, int count) => Patience.UntilAsync(() => _association.MailService.Arrived.Count(mail => mail.Subject == subject) == count, subject);

    private Task IsAsync(MouId id, params OrchestrationRuntimeStatus[] statuses) =>
        Patience.UntilAsync(async () => await StatusAsync(id) is { } status && statuses.Contains(status), string.Join(" or ", statuses));

    private async Task<OrchestrationRuntimeStatus?> StatusAsync(MouId id) => (await _association.Engine.GetInstanceAsync(id.Value))?.RuntimeStatus;
}
