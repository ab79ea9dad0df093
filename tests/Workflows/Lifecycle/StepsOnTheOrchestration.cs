using LocalDiplomacy.Workflows.Lifecycle;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>What administrators do to a case's orchestration is recorded, and moves nothing of the case.</summary>
public sealed class StepsOnTheOrchestration
{
    private static readonly DateTimeOffset Later = Sample.Start.AddHours(1);
    private static readonly Actor.AssociationMember First = new("p9", "Lee Seo-yeon");
    private static readonly Actor.AssociationMember Second = new("p10", "Choi Eun-ji");

    public static TheoryData<StageName> Stages() => [.. Sample.InStage.Keys.Where(stage => stage != StageName.NotBegun)];

    [Theory, MemberData(nameof(Stages))]
    public void Leave_stage_deadlines_and_decisions_as_they_are(StageName stage)
    {
        var before = Sample.InStage[stage];
        foreach (var command in EveryCommand.Ones.Where(one => one.GetType().Name.Contains("Orchestration", StringComparison.Ordinal) || one is RetryEffect or RetryMail))
            if (MouLifecycle.Decide(command, First, before, Later) is Decision.Events events)
            {
                var after = Record(before, First, events);

                Assert.Equal(before.Stage, after.Stage);
                Assert.Equal(before.StageSince, after.StageSince);
                Assert.Equal((before.Text, before.Office, before.Rounds, before.Clearance), (after.Text, after.Office, after.Rounds, after.Clearance));
                Assert.Equal(WhatFellDue.Next(before), WhatFellDue.Next(after));
            }
    }

    [Fact]
    public void Stop_it_until_it_is_resumed()
    {
        var stopped = Do(Sent, First, new SuspendOrchestration("An outage.", OrchestrationFound.Running));

        Assert.Equal(new OrchestrationStop(Intervention.Suspend, "An outage.", "Lee Seo-yeon", Later), stopped.Stop);
        Assert.Equal(Refusal.OrchestrationIsStopped, Refused(stopped, Second, new NudgeOrchestration("Why?", OrchestrationFound.Suspended)));
        Assert.Equal(Refusal.OrchestrationIsStopped, Refused(stopped, Second, new RetryEffect("x", true, "Why?", OrchestrationFound.Suspended)));
        Assert.Equal(Refusal.OrchestrationNotRunning, Refused(stopped, Second, new SuspendOrchestration("Again.", OrchestrationFound.Running)));
        Assert.Null(Do(stopped, Second, new ResumeOrchestration("It is over.", OrchestrationFound.Suspended)).Stop);
        // Its store was moved meanwhile, and the engine there knows nothing of it.
        Assert.Null(Do(stopped, Second, new ResumeOrchestration("It is over.", OrchestrationFound.Missing)).Stop);
    }

    [Fact]
    public void Terminate_it_only_by_two_administrators_and_start_it_anew_by_one()
    {
        var proposed = Do(Sent, First, new ProposeOrchestrationEnd("It loops.", OrchestrationFound.Running));
        var confirm = new ConfirmOrchestrationEnd(proposed.Version, "Seen in the log.", OrchestrationFound.Running);
        Assert.Null(proposed.Stop);
        Assert.Equal(Refusal.NeedsAnotherAdministrator, Refused(proposed, First, confirm with { PersonId = Second.PersonId }));
        Assert.Equal(Refusal.ProposalIsOver, Refused(proposed, Second, confirm with { Proposal = 1 }));
        Assert.Equal(Refusal.ProposalExpired, Sample.Refused(MouLifecycle.Decide(confirm, Second, proposed, Later + RecipientProposal.HoldsFor)));
        Assert.Equal(Refusal.ProposalWaits, Refused(proposed, Second, new ProposeOrchestrationEnd("It loops.", OrchestrationFound.Running)));
        Assert.Equal(Refusal.OrchestrationNotRunning, Refused(proposed, Second, confirm with { Found = OrchestrationFound.Completed }));

        var ended = Do(proposed, Second, confirm);

        Assert.Equal((Intervention.Terminate, "Choi Eun-ji"), (ended.Stop!.Deed, ended.Stop.By));
        Assert.Null(ended.EndProposal);
        var again = Do(ended, First, new RestartOrchestration("The cause is mended.", OrchestrationFound.Terminated));
        Assert.Null(again.Stop);
        Assert.Equal(Sent.Stage, again.Stage);
    }

    [Fact]
    public void Go_on_where_the_proposal_is_dropped_or_has_expired()
    {
        var proposed = Do(Sent, First, new ProposeOrchestrationEnd("It loops.", OrchestrationFound.Running));
        var dropped = Do(proposed, First, new DropOrchestrationEnd(proposed.Version, "It was slow, no more."));

        Assert.Null(dropped.EndProposal);
        Assert.Equal(Refusal.ProposalIsOver, Refused(dropped, Second, new ConfirmOrchestrationEnd(proposed.Version, "x", OrchestrationFound.Running)));
        Assert.Single(Sample.Events(MouLifecycle.Decide(new ProposeOrchestrationEnd("Still.", OrchestrationFound.Running), Second, proposed, Later + RecipientProposal.HoldsFor)));
    }

    [Theory]
    [InlineData(OrchestrationFound.Running, Refusal.OrchestrationNotSuspended, Refusal.OrchestrationRuns, Refusal.OrchestrationHasNotFailed)]
    [InlineData(OrchestrationFound.Suspended, null, Refusal.OrchestrationRuns, Refusal.OrchestrationHasNotFailed)]
    [InlineData(OrchestrationFound.Failed, Refusal.OrchestrationNotSuspended, null, null)]
    [InlineData(OrchestrationFound.Missing, Refusal.OrchestrationNotSuspended, null, Refusal.OrchestrationHasNotFailed)]
    [InlineData(OrchestrationFound.Terminated, Refusal.OrchestrationNotSuspended, null, Refusal.OrchestrationHasNotFailed)]
    [InlineData(OrchestrationFound.Completed, Refusal.OrchestrationNotSuspended, null, Refusal.OrchestrationHasNotFailed)]
    public void Are_refused_where_they_do_not_suit_it(OrchestrationFound found, Refusal? resume, Refusal? restart, Refusal? rewind)
    {
        Assert.Equal(resume, Why(new ResumeOrchestration("x", found)));
        Assert.Equal(restart, Why(new RestartOrchestration("x", found)));
        Assert.Equal(rewind, Why(new RewindOrchestration("x", found)));
        Assert.Equal(Refusal.NoSuchEffect, Why(new RetryEffect("no-such", false, "x", found)));
        Assert.Equal(Refusal.MailNotGivenUp, Why(new RetryMail("no-such", false, "x", found)));

        static Refusal? Why(MouCommand command) => (MouLifecycle.Decide(command, First, Sent, Later) as Decision.Refused)?.Why;
    }

    [Fact]
    public void Keep_how_it_was_found_and_whose_deed_it_is()
    {
        var decided = Sample.Events(MouLifecycle.Decide(new RestartOrchestration("It was lost.", OrchestrationFound.Missing), First, Sent, Later));

        Assert.Equal(new MouEvent.OrchestrationIntervened(Intervention.Restart, "It was lost.", OrchestrationFound.Missing), Assert.Single(decided));
        Assert.Equal(Refusal.NotYours, Refused(Sent, Sample.ActorIn(Role.Drafter), new NudgeOrchestration("x", OrchestrationFound.Running)));
        Assert.Equal(Refusal.NotYours, Refused(Sent, Sample.ActorIn(Role.Operator), new NudgeOrchestration("x", OrchestrationFound.Running)));
    }

    private static Mou Sent => Sample.InStage[StageName.UnderReview];

    private static Refusal Refused(Mou mou, Actor by, MouCommand command) => Sample.Refused(MouLifecycle.Decide(command, by, mou, Later));

    private static Mou Do(Mou mou, Actor by, MouCommand command) => Record(mou, by, (Decision.Events)MouLifecycle.Decide(command, by, mou, Later));

    private static Mou Record(Mou mou, Actor by, Decision.Events events) =>
        events.New.Aggregate(mou, (before, happened) => MouLifecycle.Evolve(before, new(before.Version + 1, Later, by, happened)));
}
