using LocalDiplomacy.Workflows.Lifecycle;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

public sealed class StepsBeforeTheEmbassy
{
    private static readonly DateTimeOffset Later = Sample.Start.AddHours(2);

    [Fact]
    public void A_submitted_draft_takes_the_steps_that_its_settings_switch_on_in_their_order()
    {
        var stages = new List<StageName>();
        var mou = Sample.After(Sample.CreateWithSteps);
        foreach (var command in new MouCommand[] { Sample.Submit, Sample.Approve, Sample.CouncilPasses, Sample.NoObjection })
            stages.Add((mou = Sample.Carry(mou, command, Later)).Stage.Name);

        Assert.Equal([StageName.InternalApproval, StageName.CouncilDecision, StageName.CentralReview, StageName.UnderReview], stages);
        Assert.Equal("Kim Dong-hyun", mou.Clearance!.Approval!.Name);
        Assert.Equal("2026-118", Assert.IsType<CouncilOutcome.Passed>(mou.Clearance.Council).Decision.Reference);
        Assert.Equal(CentralAnswer.NoObjection, mou.Clearance.Central!.Answer);
    }

    [Theory]
    [InlineData(MouKind.Sisterhood, StageName.CouncilDecision)]
    [InlineData(MouKind.Friendship, StageName.CentralReview)]
    [InlineData(MouKind.LetterOfIntent, StageName.CentralReview)]
    public void By_default_the_council_decides_on_sisterhood_alone(MouKind kind, StageName next)
    {
        var mou = Sample.After(
            Sample.CreateWithSteps with { Particulars = Sample.Friendship with { Kind = kind }, Settings = AssociationSettings.Default }, Sample.Submit, Sample.Approve);

        Assert.Equal(next, mou.Stage.Name);
        if (next == StageName.CentralReview)
            Assert.Contains("제47조", Assert.IsType<CouncilOutcome.Skipped>(mou.Clearance!.Council).LegalBasis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_keeps_the_settings_that_it_was_started_with_and_of_other_offices_none()
    {
        var settings = Sample.EveryStep with { CouncilRules = [.. Sample.EveryStep.CouncilRules, new(new("11"), MouKind.Friendship, new(true, "Seoul"))] };
        var mou = Sample.After(Sample.CreateWithSteps with { Settings = settings });

        Assert.Equal(1, mou.Settings!.Version);
        Assert.Equal(Sample.Gyeongbuk, Assert.Single(mou.Settings.CouncilRules).Office);
    }

    [Fact]
    public void A_returned_draft_says_who_returned_it_and_why()
    {
        var mou = Sample.Carry(Sample.InStage[StageName.InternalApproval], new ReturnToDrafter(Sample.TextA, "Kim", "Clause 2."), Later);

        Assert.Equal(new SentBack(StageName.InternalApproval, Sample.TextA, "Kim", "Clause 2.", Later), Assert.IsType<Stage.Drafting>(mou.Stage).SentBack);
        Assert.Equal(1, ((Stage.Drafting)mou.Stage).Round);
    }

    [Fact]
    public void A_rejected_text_cannot_come_back_in_the_same_session()
    {
        var rejected = Sample.CouncilPasses with { Result = CouncilResult.Rejected };
        var back = Sample.Carry(Sample.Carry(Sample.InStage[StageName.CouncilDecision], rejected, Later), Sample.Submit, Later);

        Assert.Equal(StageName.CouncilDecision, back.Stage.Name);
        Assert.Equal(Refusal.RejectedInThisSession, Sample.Refused(MouLifecycle.Decide(Sample.CouncilPasses with { Reference = "2026-140" }, back, Later)));
        Assert.Equal(StageName.CentralReview, Sample.Carry(back, Sample.CouncilPasses with { Session = "제353회 정례회" }, Later).Stage.Name);
    }

    [Fact]
    public void Comments_come_back_to_the_office_and_the_same_text_goes_on_where_it_stood()
    {
        var comments = Sample.NoObjection with { Answer = CentralAnswer.Comments, Words = "Clause 2 is vague." };
        var back = Sample.Carry(Sample.InStage[StageName.CentralReview], comments, Later);

        Assert.Equal(StageName.CentralReview, Assert.IsType<Stage.Drafting>(back.Stage).SentBack!.From);
        Assert.Equal(StageName.UnderReview, Sample.Carry(back, Sample.Submit, Later).Stage.Name);

        var edited = Sample.Carry(back, new ReplaceDraft(Sample.OneYear, Sample.TextB), Later);
        Assert.Null(edited.Clearance);
        Assert.Equal(StageName.InternalApproval, Sample.Carry(edited, Sample.Submit with { Text = Sample.TextB }, Later).Stage.Name);
    }

    [Fact]
    public void An_advisory_review_lapses_and_is_never_called_approved()
    {
        var mou = Sample.InStage[StageName.CentralReview];
        while (mou.Stage is Stage.CentralReview) mou = Sample.Carry(mou, new PassTime(), WhatFellDue.Next(mou)!.Value);

        Assert.Equal(StageName.UnderReview, mou.Stage.Name);
        Assert.Equal(CentralAnswer.Lapsed, mou.Clearance!.Central!.Answer);
        Assert.Equal(Refusal.SilenceIsNoAnswer, Sample.Refused(
            MouLifecycle.Decide(Sample.NoObjection with { Answer = CentralAnswer.Lapsed }, Sample.InStage[StageName.CentralReview], Later)));
    }

    [Fact]
    public void A_binding_review_does_not_lapse_and_its_objection_ends_the_matter()
    {
        var mou = Sample.Variants.Single(one => one.Stage is Stage.CentralReview { Mode: CentralReviewMode.Binding });
        var silent = mou;
        while (WhatFellDue.Next(silent) is { } due) silent = Sample.Carry(silent, new PassTime(), due);

        Assert.True(Assert.IsType<Stage.CentralReview>(silent.Stage).Answer.Overdue);
        Assert.IsType<Stage.Blocked>(Sample.InStage[StageName.Blocked].Stage);
    }

    [Theory]
    [InlineData(StageName.InternalApproval)]
    [InlineData(StageName.CentralReview)]
    [InlineData(StageName.Agreed)]
    [InlineData(StageName.Signing)]
    public void A_text_that_is_taken_back_loses_every_approval(StageName stage)
    {
        var mou = Sample.Carry(Sample.InStage[stage], new ReopenText("A slip."), Later);

        Assert.IsType<Stage.Drafting>(mou.Stage);
        Assert.Null(mou.Clearance);
    }

    [Fact]
    public void Nothing_is_submitted_without_everybody_who_must_be_asked()
    {
        var mou = Sample.After(Sample.CreateWithSteps with { Particulars = Sample.TwoEmbassies });

        Assert.Equal(Refusal.CentralDeskMissing, Sample.Refused(MouLifecycle.Decide(Sample.Submit with { Central = null }, mou, Later)));
        Assert.Equal(Refusal.ReviewerMissing, Sample.Refused(MouLifecycle.Decide(Sample.Submit with { Others = null }, mou, Later)));
        Assert.Equal(Refusal.SameEmbassyTwice, Sample.Refused(MouLifecycle.Decide(Sample.Submit with { Others = [Sample.Gabon] }, mou, Later)));
    }
}
