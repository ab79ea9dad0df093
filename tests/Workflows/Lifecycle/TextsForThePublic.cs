using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Register;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>Whether the register shows the text that was signed: the office says so, and can correct it.</summary>
public sealed class TextsForThePublic
{
    private static readonly DateTimeOffset Later = Sample.Start.AddHours(1);
    private static readonly ReleaseText Release = new(Sample.TextA);
    private static readonly Mou InEffect = Sample.InStage[StageName.InEffect];
    private static readonly Mou Released = Sample.Carry(InEffect, Release, Later);

    [Fact]
    public void It_is_released_once_and_withheld_with_a_reason()
    {
        Assert.True(Released.IsTextReleased);
        Assert.Empty(Sample.Events(MouLifecycle.Decide(Release, Released, Later)));
        Assert.Equal(Refusal.ReasonMissing, Sample.Refused(MouLifecycle.Decide(new WithholdText(" "), Released, Later)));
        var withheld = Sample.Carry(Released, new WithholdText("A partner asked for it."), Later);

        Assert.False(withheld.IsTextReleased);
        Assert.Equal(Refusal.TextNotReleased, Sample.Refused(MouLifecycle.Decide(new WithholdText("Again."), withheld, Later)));
        Assert.Single(Sample.Events(MouLifecycle.Decide(Release, withheld, Later)));
    }

    [Fact]
    public void Nothing_is_released_before_both_have_signed_and_nothing_else_than_that()
    {
        Assert.All([StageName.Draft, StageName.UnderReview, StageName.Agreed, StageName.Signing], stage =>
            Assert.Equal(Refusal.NotSigned, Sample.Refused(MouLifecycle.Decide(Release, Sample.InStage[stage], Later))));
        Assert.Equal(Refusal.WasWithdrawn, Sample.Refused(MouLifecycle.Decide(Release, Sample.InStage[StageName.Withdrawn], Later)));
        Assert.Equal(Refusal.TextChanged, Sample.Refused(MouLifecycle.Decide(new ReleaseText(Sample.TextB), InEffect, Later)));
        Assert.Single(Sample.Events(MouLifecycle.Decide(Release, Sample.InStage[StageName.Expired], Later)));
    }

    [Fact]
    public void It_is_the_offices_alone() =>
        Assert.All([Role.EmbassyOfficer, Role.CounterpartySigner, Role.Desk, Role.Auditor, Role.Public, Role.CouncilClerk], role =>
            Assert.Equal(Refusal.NotYours, Sample.Refused(MouLifecycle.Decide(Release, Sample.ActorIn(role), InEffect, Later))));

    [Fact]
    public void The_register_is_told_of_both()
    {
        Assert.True(RegisteredSteps.AreTakenBy(new MouEvent.TextReleased(Sample.TextA), InEffect));
        Assert.Equal(RegisterCause.TextReleased, RegisteredSteps.CauseOf(new MouEvent.TextReleased(Sample.TextA), InEffect, Released));
        Assert.Equal(RegisterCause.TextWithheld, RegisteredSteps.CauseOf(new MouEvent.TextWithheld(Sample.TextA, "A slip."), Released, InEffect));
    }
}
