using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Tests.Surroundings;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Tests.Orchestrations;

/// <summary>What administrators do to a case's orchestration, on the engine.</summary>
public sealed class StepsOnTheEngine : IAsyncLifetime
{
    private static readonly Actor First = new Actor.AssociationMember("p9", "Lee Seo-yeon");
    private static readonly Actor Second = new Actor.AssociationMember("p10", "Choi Eun-ji");

    private readonly Association _association = new();

    public async Task InitializeAsync()
    {
        await _association.LoadBeginningsAsync();
        await _association.StartEngineAsync();
    }

    public async Task DisposeAsync() => await _association.DisposeAsync();

    [Fact]
    public async Task A_suspended_case_takes_decisions_and_sends_nothing_until_it_is_resumed()
    {
        var id = await SubmittedAsync();
        await StepAsync(id, new MouCommand.SuspendOrchestration("An outage.", OrchestrationFound.Running));
        await IsAsync(id, OrchestrationRuntimeStatus.Suspended);
        Assert.Equal(nameof(MailKind.OfficeToldOfEvent), (await _association.MailService.NextToAsync("officer@gyeongbuk.example")).Subject);

        var agreed = await _association.DoAsync(id, Sample.Accept);
        _association.Clock.Advance(TimeSpan.FromMinutes(20));
        await _association.Get<ReNudge>().RunAsync(_association.Engine);
        await _association.Get<ReNudge>().RunAsync(_association.Engine);

        Assert.IsType<Stage.Agreed>(agreed.Stage);
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, await StatusAsync(id));
        Assert.NotEmpty(await _association.Cases.LeftToDoAsync(id));
        Assert.DoesNotContain(_association.MailService.Arrived, mail => mail.Subject == nameof(MailKind.DecisionCopy));

        await StepAsync(id, new MouCommand.ResumeOrchestration("It is over.", OrchestrationFound.Suspended));
        await _association.MailsToRestAsync(id);
        Assert.Single(_association.MailService.Arrived, mail => mail.Subject == nameof(MailKind.DecisionCopy));
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(id));
    }

    [Fact]
    public async Task A_terminated_case_is_not_lost()
    {
        var id = await SubmittedAsync();
        var proposed = await StepAsync(id, new MouCommand.ProposeOrchestrationEnd("It loops.", OrchestrationFound.Running));
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(id));
        await StepAsync(id, new MouCommand.ConfirmOrchestrationEnd(proposed.Version, "Seen in the log.", OrchestrationFound.Running), Second);
        await IsAsync(id, OrchestrationRuntimeStatus.Terminated);

        var agreed = await _association.DoAsync(id, Sample.Accept);
        _association.Clock.Advance(TimeSpan.FromMinutes(1));
        await _association.Get<ReNudge>().RunAsync(_association.Engine);

        Assert.IsType<Stage.Agreed>(agreed.Stage);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, await StatusAsync(id));
        await StepAsync(id, new MouCommand.RestartOrchestration("The cause is mended.", OrchestrationFound.Terminated));
        await _association.MailsToRestAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(id));
        Assert.Single(_association.MailService.Arrived, mail => mail.Subject == nameof(MailKind.DecisionCopy));
        // What was sent before it was terminated is not sent anew.
        Assert.Single(_association.MailService.Arrived, mail => mail.Subject == nameof(MailKind.ReviewRequested));
    }

    [Fact]
    public async Task A_step_that_was_recorded_and_not_taken_is_taken_by_the_timer()
    {
        var id = await SubmittedAsync();
        // As if the process had died right after the commit.
        await _association.DoAsync(id, new MouCommand.SuspendOrchestration("An outage.", OrchestrationFound.Running), First);
        Assert.Contains(await _association.Cases.LeftToDoAsync(id), name => name.EndsWith("-orchestration", StringComparison.Ordinal));

        await _association.Get<ReNudge>().RunAsync(_association.Engine);

        await IsAsync(id, OrchestrationRuntimeStatus.Suspended);
        Assert.DoesNotContain(await _association.Cases.LeftToDoAsync(id), name => name.EndsWith("-orchestration", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_failed_is_rewound_or_started_anew()
    {
        var id = await SubmittedAsync();
        await _association.Engine.TerminateInstanceAsync(id.Value);
        await IsAsync(id, OrchestrationRuntimeStatus.Terminated);
        await _association.Engine.ScheduleNewOrchestrationInstanceAsync(nameof(MailDelivery), new StartOrchestrationOptions(id.Value));
        await IsAsync(id, OrchestrationRuntimeStatus.Failed);

        await StepAsync(id, new MouCommand.RewindOrchestration("The cause is mended.", OrchestrationFound.Failed));
        await IsAsync(id, OrchestrationRuntimeStatus.Running);
        Assert.Equal(nameof(MailDelivery), (await _association.Engine.GetInstanceAsync(id.Value))!.Name);
        await _association.Engine.TerminateInstanceAsync(id.Value);
        await IsAsync(id, OrchestrationRuntimeStatus.Terminated);
        await StepAsync(id, new MouCommand.RestartOrchestration("It was another's.", OrchestrationFound.Terminated));

        await _association.ToRestAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(id));
        Assert.Equal(nameof(MouCase), (await _association.Engine.GetInstanceAsync(id.Value))!.Name);
    }

    [Fact]
    public async Task An_effect_that_keeps_failing_is_tried_again_at_once()
    {
        var id = await SubmittedAsync();
        _association.Tables.BeforeTransaction = table => table == LocalDiplomacy.Workflows.Storage.Tables.CaseIndex ? throw new Azure.RequestFailedException(503, "away") : Task.CompletedTask;
        await _association.DoAsync(id, Sample.Accept);
        await _association.AdvanceUntilAsync(TimeSpan.FromSeconds(5), async () => await _association.Cases.LeftToDoAsync(id) is [var last] && last.EndsWith("-lists", StringComparison.Ordinal));
        var name = (await _association.Cases.LeftToDoAsync(id))[0];
        await StepAsync(id, new MouCommand.RetryEffect(name, true, "Is it well by now?", OrchestrationFound.Running));
        Assert.Contains(name, await _association.Cases.LeftToDoAsync(id));

        _association.Tables.BeforeTransaction = _ => Task.CompletedTask;
        await StepAsync(id, new MouCommand.RetryEffect(name, true, "The storage is well.", OrchestrationFound.Running));

        Assert.DoesNotContain(name, await _association.Cases.LeftToDoAsync(id));
    }

    [Fact]
    public async Task A_mail_that_was_given_up_is_sent_again_and_given_up_again_is_told_again()
    {
        _association.MailService.Answer = () => System.Net.HttpStatusCode.BadRequest;
        var mou = await _association.BeginAsync(Sample.Submit);
        var (id, ledger) = (mou.Id, _association.Get<MailLedger>());
        async Task<MailRow> RequestAsync() => (await ledger.OfCaseAsync(id)).Single(mail => mail.Kind == MailKind.ReviewRequested);
        async Task<int> ToldAsync() => (await _association.Cases.HistoryAsync(id)).Count(one => one.Event is MouEvent.MailUndelivered told && told.MailId == RequestAsync().Result.Id);
        await Patience.UntilAsync(async () => await ToldAsync() == 1);
        var mail = await RequestAsync();
        Assert.Equal(MailState.GivenUp, mail.State);

        await StepAsync(id, new MouCommand.RetryMail(mail.Id, true, "Their server is back.", OrchestrationFound.Running));
        await Patience.UntilAsync(async () => await ToldAsync() == 2);
        Assert.Equal(MailState.GivenUp, (await RequestAsync()).State);

        _association.MailService.Answer = () => System.Net.HttpStatusCode.Accepted;
        await StepAsync(id, new MouCommand.RetryMail(mail.Id, true, "Now it is.", OrchestrationFound.Running));
        Assert.Equal(nameof(MailKind.ReviewRequested), (await _association.MailService.NextToAsync("review@gabon.example")).Subject);
        await Patience.UntilAsync(async () => (await RequestAsync()).State == MailState.Sent);

        // The same step once more, as after a crash: what went out stays as it is.
        Assert.Null(await ledger.ReopenAsync(new(id.Value, mail.Id), CancellationToken.None));
        await _association.ToRestAsync(id);
        Assert.Single(_association.MailService.Arrived, one => one.Subject == nameof(MailKind.ReviewRequested));
        Assert.Equal(["Their server is back.", "Now it is."], (await _association.Cases.HistoryAsync(id)).Select(one => one.Event).OfType<MouEvent.OrchestrationIntervened>().Select(one => one.Reason));
    }

    /// <summary>A decision is a commit in the case's partition. Whatever is called to its orchestration only makes it look there.</summary>
    [Fact]
    public async Task No_event_that_is_raised_by_hand_decides_anything()
    {
        var id = await SubmittedAsync();
        await _association.MailsToRestAsync(id);
        var (before, mails) = (await _association.Cases.HistoryAsync(id), _association.MailService.Arrived.Count);
        string[] names =
        [
            .. typeof(MouEvent).GetNestedTypes().Select(type => type.Name), .. typeof(MouCommand).GetNestedTypes().Select(type => type.Name),
            .. Enum.GetNames<Intervention>(), .. Enum.GetNames<EffectKind>(), MouCase.Nudged, nameof(PassTime), nameof(CarryOutEffect), nameof(ReadAgenda), "Approved", "Accepted",
        ];
        object?[] payloads = [null, true, new CaseEffectInput(id.Value, "0000000002-mail-InEffect-Office"), new { round = 1, text = Sample.TextA.Value, officerName = "Nobody" }];

        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase))
            foreach (var payload in payloads)
                await _association.Engine.RaiseEventAsync(id.Value, name, payload);
        await _association.DoAsync(id, new MouCommand.Correct(1, "The title has a slip."));
        await _association.MailsToRestAsync(id);

        Assert.Equal(before.Count + 1, (await _association.Cases.HistoryAsync(id)).Count);
        Assert.Equal(Sample.InStage[StageName.UnderReview].Stage.Name, (await _association.Cases.FindAsync(id))!.Stage.Name);
        Assert.Equal(OrchestrationRuntimeStatus.Running, await StatusAsync(id));
        Assert.Equal(mails, _association.MailService.Arrived.Count);
    }

    private async Task<MouId> SubmittedAsync()
    {
        var mou = await _association.BeginAsync(Sample.Submit);
        await _association.MailsToRestAsync(mou.Id);
        return mou.Id;
    }

    private async Task<Mou> StepAsync(MouId id, MouCommand command, Actor? by = null)
    {
        var mou = await _association.DoAsync(id, command, by ?? First);
        await _association.Get<StepIn>().TryAsync(id, _association.Engine);
        return mou;
    }

    private Task IsAsync(MouId id, OrchestrationRuntimeStatus status) => Patience.UntilAsync(async () => await StatusAsync(id) == status, status.ToString());

    private async Task<OrchestrationRuntimeStatus?> StatusAsync(MouId id) => (await _association.Engine.GetInstanceAsync(id.Value))?.RuntimeStatus;
}
