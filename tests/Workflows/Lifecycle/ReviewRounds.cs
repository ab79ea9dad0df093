using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

public sealed class ReviewRounds
{
    private static readonly Mou UnderReview = Sample.InStage[StageName.UnderReview];
    private static readonly DateTimeOffset Later = Sample.Start.AddDays(1);

    [Fact]
    public void A_request_for_changes_returns_the_draft_to_the_office_for_the_next_round()
    {
        var mou = Sample.Carry(UnderReview, Sample.RequestChanges, Later);

        Assert.Equal(2, Assert.IsType<Stage.Drafting>(mou.Stage).Round);
        Assert.Equal(ReviewChoice.ChangesRequested, mou.RoundNumbered(1)!.Outcome!.Choice);
        Assert.Equal(Later, mou.StageSince);
    }

    [Fact]
    public void The_second_round_is_decided_on_its_own_text()
    {
        var mou = Carry(Sample.RequestChanges, new MouCommand.ReplaceDraft(Sample.Friendship, Sample.TextB), Sample.Submit with { Text = Sample.TextB });

        Assert.Equal(Refusal.TextChanged, Decide(new MouCommand.AcceptText(2, Sample.TextA, "Marie Obame"), mou));
        Assert.Equal(Refusal.AlreadyDecided, Decide(Sample.Accept, mou));
        Assert.IsType<Stage.Agreed>(Sample.Carry(mou, new MouCommand.AcceptText(2, Sample.TextB, "Marie Obame"), Later).Stage);
    }

    [Fact]
    public void What_was_not_the_text_on_the_page_cannot_be_submitted() =>
        Assert.Equal(Refusal.TextChanged, Decide(Sample.Submit with { Text = Sample.TextB }, Sample.InStage[StageName.Draft]));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void A_decision_needs_a_name(string name) =>
        Assert.Equal(Refusal.NameMissing, Decide(Sample.Accept with { OfficerName = name }, UnderReview));

    [Fact]
    public void A_request_for_changes_needs_a_reason() =>
        Assert.Equal(Refusal.ReasonMissing, Decide(Sample.RequestChanges with { Reason = " " }, UnderReview));

    [Fact]
    public void An_embassy_may_decline_without_a_reason() =>
        Assert.Null(Assert.IsType<Stage.Declined>(Sample.Carry(UnderReview, Sample.Decline, Later).Stage).Reason);

    [Fact]
    public void The_same_answer_again_changes_nothing_and_is_not_refused()
    {
        var agreed = Sample.InStage[StageName.Agreed];

        Assert.Empty(Sample.Events(MouLifecycle.Decide(Sample.Accept, agreed, Later)));
        Assert.Equal(Refusal.AlreadyDecided, Decide(Sample.Accept with { OfficerName = "Somebody Else" }, agreed));
    }

    [Fact]
    public void A_round_that_the_office_withdrew_says_so()
    {
        var mou = Sample.Carry(UnderReview, Sample.Withdraw, Later);

        Assert.Equal(Refusal.WasWithdrawn, Decide(Sample.Accept, mou));
    }

    [Fact]
    public void A_draft_that_is_saved_unchanged_is_no_event()
    {
        var again = new MouCommand.ReplaceDraft(Sample.Friendship with { Languages = [.. Sample.Friendship.Languages] }, Sample.TextA);

        Assert.Empty(Sample.Events(MouLifecycle.Decide(again, Sample.InStage[StageName.Draft], Later)));
    }

    [Fact]
    public void A_link_is_sent_again_at_most_every_ten_minutes()
    {
        var reissue = new MouCommand.ReissueLink(LinkHolder.Reviewer);
        var once = Sample.Carry(UnderReview, reissue, Later);

        Assert.Equal(Refusal.LinkSentJustNow, Sample.Refused(MouLifecycle.Decide(reissue, once, Later.AddMinutes(9))));
        Assert.Single(Sample.Events(MouLifecycle.Decide(reissue, once, Later.AddMinutes(10))));
    }

    private static Mou Carry(params MouCommand[] commands) =>
        commands.Aggregate(UnderReview, (mou, command) => Sample.Carry(mou, command, Later));

    private static Refusal Decide(MouCommand command, Mou mou) => Sample.Refused(MouLifecycle.Decide(command, mou, Later));
}
