using System.Net;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Tests.Orchestrations;

public sealed class CasesOnTheEngine : IAsyncLifetime
{
    private readonly Association _association = new();

    public async Task InitializeAsync()
    {
        await _association.LoadBeginningsAsync();
        await _association.StartEngineAsync();
    }

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task From_draft_to_effect_every_mail_goes_out_once_and_the_orchestration_waits_for_what_comes_after()
    {
        var mou = await _association.BeginAsync(Sample.Submit, Sample.Accept, Sample.OpenSigning, Sample.GovernorSigns, Sample.MayorSigns);

        await _association.ToRestAsync(mou.Id);
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(mou.Id.Value));
        var mails = await _association.Get<MailLedger>().OfCaseAsync(mou.Id);
        await Patience.UntilAsync(async () => (mails = await _association.Get<MailLedger>().OfCaseAsync(mou.Id)).All(mail => mail.State != MailState.Queued));
        Assert.Equal(13, mails.Count);
        Assert.Equal(mails.Count(mail => mail.State == MailState.Sent), _association.MailService.Arrived.Count);
        // Requests whose occasion had passed before the engine came to them are obsolete; copies and notices never are.
        Assert.All(mails.Where(mail => mail.State == MailState.Obsolete), mail => Assert.Contains("Requested", mail.Kind.ToString(), StringComparison.Ordinal));
        Assert.Equal(4, _association.MailService.Arrived.Count(mail => mail.Subject == nameof(MailKind.InEffect)));
    }

    [Fact]
    public async Task A_mail_carries_a_link_without_tracking_and_with_opaque_ids_only()
    {
        await _association.BeginAsync(Sample.Submit);

        var mail = await _association.MailService.NextToAsync("review@gabon.example");

        Assert.Equal(nameof(MailKind.ReviewRequested), mail.Subject);
        Assert.Contains("link=https://pages.example/review/", mail.Text, StringComparison.Ordinal);
        Assert.Contains("language=fr", mail.Text, StringComparison.Ordinal);
        var tracking = mail.Json.GetProperty("tracking_settings");
        Assert.False(tracking.GetProperty("click_tracking").GetProperty("enable").GetBoolean());
        Assert.False(tracking.GetProperty("open_tracking").GetProperty("enable").GetBoolean());
        Assert.True(mail.Json.GetProperty("from").GetProperty("name").GetString()!.All(char.IsAscii));
        Assert.DoesNotContain("@", mail.Json.GetProperty("custom_args").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_reminds_and_flags_at_the_days_that_are_due()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        await _association.ToRestAsync(mou.Id);
        for (var due = WhatFellDue.Next(mou); due is not null && mou.Stage is Stage.UnderReview { Overdue: false }; due = WhatFellDue.Next(mou))
        {
            mou = await _association.PassAsync(mou, due.Value);
            await _association.ToRestAsync(mou.Id);
        }

        Assert.True(Assert.IsType<Stage.UnderReview>(mou.Stage).Overdue);
        Assert.Equal(MailKind.ReviewOverdue.ToString(), (await _association.MailService.NextToAsync("review@gabon.example", 5)).Subject);
        Assert.Equal(MailKind.DeskEscalation.ToString(), (await _association.MailService.NextToAsync("desk@garok.example")).Subject);
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(mou.Id.Value));
    }

    [Fact]
    public async Task A_nudge_that_was_lost_is_found_again()
    {
        // As if the process had died right after the commit: nobody starts the orchestration.
        var id = new MouId("lost");
        await _association.Get<CommandLoop>().RunAsync(
            new(id, Sample.Create, Sample.ActorFor(Sample.Create), _association.NewKey()), CancellationToken.None);
        Assert.Null(await _association.Engine.GetInstanceAsync(id.Value));

        await _association.Get<ReNudge>().RunAsync(_association.Engine);

        await _association.ToRestAsync(id);
        Assert.Single((await _association.Get<CaseLists>().AllAsync(null, 10)).Items, row => row.Id == id);
    }

    [Fact]
    public async Task A_nudge_that_is_made_up_or_doubled_changes_nothing()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        await _association.ToRestAsync(mou.Id);
        await _association.MailService.NextToAsync("review@gabon.example");

        for (var i = 0; i < 30; i++) await _association.Engine.RaiseEventAsync(mou.Id.Value, MouCase.Nudged);
        await _association.DoAsync(mou.Id, Sample.Accept);
        await _association.ToRestAsync(mou.Id);
        await _association.MailService.NextToAsync("review@gabon.example", 2);

        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(mou.Id.Value));
        Assert.Single(_association.MailService.Arrived, mail => mail.Subject == nameof(MailKind.ReviewRequested));
    }

    [Fact]
    public async Task A_mail_that_the_service_does_not_take_is_tried_again()
    {
        var answers = 0;
        _association.MailService.Answer = () => Interlocked.Increment(ref answers) <= 3 ? HttpStatusCode.TooManyRequests : HttpStatusCode.Accepted;
        await _association.BeginAsync(Sample.Submit);

        await _association.AdvanceUntilAsync(TimeSpan.FromSeconds(5), () => Task.FromResult(_association.MailService.Arrived.Count == 1));

        Assert.Equal(4, _association.MailService.Calls);
    }

    [Fact]
    public async Task A_mail_that_is_refused_is_given_up_and_its_office_told()
    {
        var calls = 0;
        _association.MailService.Answer = () => Interlocked.Increment(ref calls) == 1 ? HttpStatusCode.BadRequest : HttpStatusCode.Accepted;
        var mou = await _association.BeginAsync(Sample.Submit);

        var told = await _association.MailService.NextToAsync("officer@gyeongbuk.example");

        Assert.Equal(nameof(MailKind.OfficeToldOfUndeliveredMail), told.Subject);
        var history = await _association.Cases.HistoryAsync(mou.Id);
        Assert.Equal(LinkHolder.Reviewer, Assert.IsType<MouEvent.MailUndelivered>(history[^2].Event).Holder);
        Assert.IsType<MouEvent.DeadlineStopped>(history[^1].Event);
        var mails = await _association.Get<MailLedger>().OfCaseAsync(mou.Id);
        Assert.Equal(MailState.GivenUp, mails[0].State);
    }

    [Fact]
    public async Task A_mail_that_is_not_taken_for_a_day_is_given_up()
    {
        _association.MailService.Answer = () => HttpStatusCode.ServiceUnavailable;
        var mou = await _association.BeginAsync(Sample.Submit);
        var begun = _association.Clock.GetUtcNow();

        await _association.AdvanceUntilAsync(TimeSpan.FromMinutes(20), async () =>
            (await _association.Get<MailLedger>().OfCaseAsync(mou.Id)).Any(mail => mail.State == MailState.GivenUp));

        Assert.InRange(_association.Clock.GetUtcNow() - begun, TimeSpan.FromHours(20), TimeSpan.FromHours(40));
    }

    [Fact]
    public async Task A_mail_whose_occasion_has_passed_is_not_sent()
    {
        _association.MailService.Answer = () => HttpStatusCode.ServiceUnavailable;
        var mou = await _association.BeginAsync(Sample.Submit);
        await Patience.UntilAsync(() => _association.MailService.Calls > 0);
        await _association.DoAsync(mou.Id, Sample.Withdraw);
        _association.MailService.Answer = () => HttpStatusCode.Accepted;

        await _association.AdvanceUntilAsync(TimeSpan.FromSeconds(5), async () =>
            (await _association.Get<MailLedger>().OfCaseAsync(mou.Id)).All(mail => mail.State != MailState.Queued)
            && (await _association.Get<MailLedger>().OfCaseAsync(mou.Id)).Count == 2);

        var mails = await _association.Get<MailLedger>().OfCaseAsync(mou.Id);
        Assert.Equal(MailState.Obsolete, mails.Single(mail => mail.Kind == MailKind.ReviewRequested).State);
        Assert.Equal(nameof(MailKind.WithdrawnNotice), Assert.Single(_association.MailService.Arrived).Subject);
    }

    [Fact]
    public async Task What_the_engine_keeps_holds_no_address_token_or_code()
    {
        await _association.BeginAsync(Sample.Submit);
        var mail = await _association.MailService.NextToAsync("review@gabon.example");

        var kept = new List<string>();
        await foreach (var instance in _association.Engine.GetAllInstancesAsync(new OrchestrationQuery { FetchInputsAndOutputs = true }))
            kept.Add($"{instance.InstanceId} {instance.SerializedInput} {instance.SerializedOutput} {instance.SerializedCustomStatus}");

        Assert.NotEmpty(kept);
        Assert.All(kept, text => Assert.DoesNotContain("@", text, StringComparison.Ordinal));
        Assert.All(kept, text => Assert.DoesNotContain(mail.Token, text, StringComparison.Ordinal));
    }

    private async Task<OrchestrationRuntimeStatus?> StatusAsync(string id) => (await _association.Engine.GetInstanceAsync(id))?.RuntimeStatus;
}
