using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Secretariat.Actions;
using LocalDiplomacy.Workflows.Tests.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Secretariat;

/// <summary>What the association's desk is offered, held to what the lifecycle carries out for it.</summary>
public sealed class ActionsOfTheDesk
{
    private static readonly Actor Desk = Sample.ActorIn(Role.Desk);
    private static readonly Actor Deputy = new Actor.AssociationMember("p10", "Choi Eun-ji");
    private static readonly DateTimeOffset Later = Sample.Start.AddHours(1);

    [Fact]
    public void Leave_out_no_command_that_is_the_desks() => Assert.Equal(
        WhoMayDo.Table.Where(row => row.Value.Contains(Role.Desk)).Select(row => row.Key).OrderBy(type => type.Name),
        DeskActions.All.Select(action => action.Command).OrderBy(type => type.Name));

    [Fact]
    public void Are_offered_wherever_they_lead_anywhere()
    {
        foreach (var (stage, mou) in Sample.InStage.Where(sample => sample.Key != StageName.NotBegun))
            foreach (var action in DeskActions.All)
                if (MouLifecycle.Decide(Command(action.Command), Desk, mou, Later) is Decision.Events { New.Count: > 0 })
                    Assert.True(action.IsOffered(mou), $"{action.Name} is not offered in {stage}.");
    }

    [Theory]
    [InlineData(Role.Operator)]
    [InlineData(Role.Auditor)]
    public void Are_offered_to_nobody_who_only_reads(Role role) => Assert.All(Sample.InStage.Values, mou => Assert.Empty(DeskActions.For(role, mou)));

    [Fact]
    public void Ask_for_a_reason_each() =>
        Assert.All(DeskActions.All, action => Assert.Contains(action.Fields, field => field is { Name: "reason" or "words", IsOptional: false }));

    [Fact]
    public void Are_refused_without_one_by_the_lifecycle_too()
    {
        var (held, sent) = (Sample.InStage[StageName.OnHold], Sample.InStage[StageName.UnderReview]);
        (Mou Mou, MouCommand Command)[] unexplained =
        [
            (held, new MouCommand.Release(" ")), (held, new MouCommand.ConfirmSuccessor(new("46"))), (sent, new MouCommand.ReissueLink(LinkHolder.Reviewer)),
            (sent, new MouCommand.RecordArrival(LinkHolder.Reviewer, Sample.Start)), (sent, new MouCommand.Hold("")), (sent, new MouCommand.ExtendDeadline(Reminder.Review, 3, "")),
            (sent, new MouCommand.RecordOutage(LinkHolder.Reviewer, Sample.Start, Later, "")), (sent, new MouCommand.Correct(1, "")),
        ];
        var proposed = Sample.Carry(sent, Command(typeof(MouCommand.ProposeRecipient)), Later);
        unexplained = [.. unexplained, (sent, new MouCommand.ProposeRecipient(LinkHolder.Reviewer, new("ella@gabon.example"), null, " ")),
            (proposed, new MouCommand.ConfirmRecipient(proposed.Version, "")), (proposed, new MouCommand.DropRecipient(proposed.Version, "")), .. UnexplainedSteps(sent)];
        Assert.Equal(DeskActions.All.Select(action => action.Command).OrderBy(type => type.Name), unexplained.Select(one => one.Command.GetType()).OrderBy(type => type.Name));
        Assert.All(unexplained, one => Assert.Equal(Refusal.ReasonMissing, Sample.Refused(MouLifecycle.Decide(one.Command, one.Command is MouCommand.ConfirmRecipient or MouCommand.ConfirmOrchestrationEnd ? Deputy : Desk, one.Mou, Later))));
        // An office sends a link again without a word: it is its own matter.
        Assert.NotEmpty(Sample.Events(MouLifecycle.Decide(new MouCommand.ReissueLink(LinkHolder.Reviewer), Sample.ActorIn(Role.Drafter), sent, Later)));
    }

    private static IEnumerable<(Mou Mou, MouCommand Command)> UnexplainedSteps(Mou mou)
    {
        var proposed = Sample.Carry(mou, Command(typeof(MouCommand.ProposeOrchestrationEnd)), Later);
        return
        [
            (mou, new MouCommand.NudgeOrchestration("", OrchestrationFound.Running)), (mou, new MouCommand.RetryEffect("0000000001-lists", true, " ", OrchestrationFound.Running)),
            (mou, new MouCommand.RetryMail("0000000002-mail", true, " ", OrchestrationFound.Running)),
            (mou, new MouCommand.SuspendOrchestration("", OrchestrationFound.Running)), (mou, new MouCommand.ResumeOrchestration("", OrchestrationFound.Suspended)),
            (mou, new MouCommand.RestartOrchestration(" ", OrchestrationFound.Missing)), (mou, new MouCommand.RewindOrchestration("", OrchestrationFound.Failed)),
            (mou, new MouCommand.ProposeOrchestrationEnd("", OrchestrationFound.Running)), (proposed, new MouCommand.ConfirmOrchestrationEnd(proposed.Version, "", OrchestrationFound.Running)),
            (proposed, new MouCommand.DropOrchestrationEnd(proposed.Version, "")),
        ];
    }

    [Fact]
    public void Keep_their_reason_in_the_record()
    {
        Assert.Equal("The successor is known.", Recorded<MouEvent.Released>(StageName.OnHold, typeof(MouCommand.Release)).Reason);
        Assert.Equal("Act no. 20000.", Recorded<MouEvent.SuccessorConfirmed>(StageName.OnHold, typeof(MouCommand.ConfirmSuccessor)).Reason);
        Assert.Equal("By its receipt.", Recorded<MouEvent.DocumentArrived>(StageName.UnderReview, typeof(MouCommand.RecordArrival)).Reason);
        Assert.Equal("The mail was deleted.", Recorded<MouEvent.LinkReissued>(StageName.UnderReview, typeof(MouCommand.ReissueLink)).Reason);
    }

    [Theory]
    [InlineData(StageName.UnderReview, typeof(MouCommand.Hold), "Reviewer Office")]
    [InlineData(StageName.OnHold, typeof(MouCommand.Release), "Reviewer Office")]
    [InlineData(StageName.OnHold, typeof(MouCommand.ConfirmSuccessor), "Reviewer Office FormerOffice")]
    [InlineData(StageName.UnderReview, typeof(MouCommand.ExtendDeadline), "Reviewer Office")]
    [InlineData(StageName.UnderReview, typeof(MouCommand.RecordArrival), "Reviewer Office")]
    [InlineData(StageName.UnderReview, typeof(MouCommand.RecordOutage), "Reviewer Office")]
    [InlineData(StageName.UnderReview, typeof(MouCommand.ReissueLink), "Reviewer")]
    [InlineData(StageName.UnderReview, typeof(MouCommand.Correct), "Office")]
    [InlineData(StageName.UnderReview, typeof(MouCommand.NudgeOrchestration), "")]
    [InlineData(StageName.UnderReview, typeof(MouCommand.RetryEffect), "")]
    [InlineData(StageName.UnderReview, typeof(MouCommand.RetryMail), "")]
    [InlineData(StageName.UnderReview, typeof(MouCommand.SuspendOrchestration), "Office Desk")]
    [InlineData(StageName.UnderReview, typeof(MouCommand.ResumeOrchestration), "Office Desk")]
    [InlineData(StageName.UnderReview, typeof(MouCommand.RestartOrchestration), "Desk")]
    [InlineData(StageName.UnderReview, typeof(MouCommand.RewindOrchestration), "Desk")]
    [InlineData(StageName.UnderReview, typeof(MouCommand.ProposeOrchestrationEnd), "Desk")]
    public void Tell_those_whom_they_concern(StageName stage, Type command, string told)
    {
        var before = Sample.InStage[stage];
        var happened = Sample.Events(MouLifecycle.Decide(Command(command), Desk, before, Later))[0];

        var effects = Effects.Of(new(before.Version + 1, Later, Desk, happened), before);

        Assert.Equal(told.Split(' ', StringSplitOptions.RemoveEmptyEntries), effects.Where(effect => effect.Kind == EffectKind.Mail).Select(effect => effect.To!.Value.ToString()));
    }

    [Fact]
    public void Nobody_writes_to_the_embassy_about_a_mails_arrival_but_where_a_person_set_its_time()
    {
        var before = Sample.InStage[StageName.UnderReview];
        var arrived = Sample.Events(MouLifecycle.Decide(new MouCommand.RecordArrival(LinkHolder.Reviewer, Sample.Start), before, Later))[0];

        Assert.DoesNotContain(Effects.Of(new(before.Version + 1, Later, new Actor.MailService(), arrived), before), effect => effect.Mail is MailKind.PartyToldOfEvent);
    }

    private static TEvent Recorded<TEvent>(StageName stage, Type command) where TEvent : MouEvent =>
        Assert.IsType<TEvent>(Sample.Events(MouLifecycle.Decide(Command(command), Desk, Sample.InStage[stage], Later))[0]);

    private static MouCommand Command(Type type) => EveryCommand.Ones.Single(one => one.GetType() == type);
}
