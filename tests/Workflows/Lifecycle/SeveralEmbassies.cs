using LocalDiplomacy.Workflows.Lifecycle;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

public sealed class SeveralEmbassies
{
    private static readonly MissionId Gabon = new("GA");
    private static readonly MissionId Dominica = new("DO");
    private static readonly DateTimeOffset Later = Sample.Start.AddDays(1);
    private static readonly Mou Both = Sample.After(Sample.Create with { Particulars = Sample.TwoEmbassies }, Sample.Submit);
    private static readonly AcceptText DominicaAccepts = new(1, Sample.TextA, "Ana Peña", Dominica);

    [Fact]
    public void The_round_is_agreed_when_the_last_of_them_accepted()
    {
        var one = Sample.Carry(Both, Sample.Accept, Later);
        var all = Sample.Carry(one, DominicaAccepts, Later);

        Assert.IsType<EmbassyStanding.Accepted>(Assert.IsType<Stage.UnderReview>(one.Stage).Of(Gabon)!.Standing);
        Assert.IsType<Stage.Agreed>(all.Stage);
        Assert.Equal(Dominica, all.Rounds[0].Outcome!.Mission);
        Assert.Empty(Sample.Events(MouLifecycle.Decide(Sample.Accept, all, Later)));
    }

    [Fact]
    public void One_that_witnesses_may_leave_and_the_others_go_on()
    {
        var left = Sample.Carry(Both, new DeclineReview(1, Sample.TextA, "Ana Peña", null, true, Dominica), Later);

        Assert.IsType<Stage.Agreed>(Sample.Carry(left, Sample.Accept, Later).Stage);
        Assert.Equal(Refusal.AlreadyDecided, Sample.Refused(MouLifecycle.Decide(DominicaAccepts, left, Later)));
    }

    [Fact]
    public void Where_the_last_that_was_waited_for_leaves_the_acceptances_stand()
    {
        var accepted = Sample.Carry(Both, Sample.Accept, Later);
        var mou = Sample.Carry(accepted, new DeclineReview(1, Sample.TextA, "Ana Peña", null, true, Dominica), Later);

        Assert.IsType<Stage.Agreed>(mou.Stage);
        Assert.Equal(("Marie Obame", (MissionId?)Gabon), (mou.Rounds[0].Outcome!.OfficerName, mou.Rounds[0].Outcome!.Mission));
    }

    [Theory]
    [InlineData("GA", EmbassyRole.Witness)]
    [InlineData("DO", EmbassyRole.Signatory)]
    public void The_leading_one_and_a_signatory_end_the_matter(string who, EmbassyRole role)
    {
        var mou = Sample.After(Sample.Create with { Particulars = Sample.Friendship with { OtherMissions = [new(Dominica, role)] } }, Sample.Submit);

        Assert.IsType<Stage.Declined>(Sample.Carry(mou, new DeclineReview(1, Sample.TextA, "Ana Peña", "No.", false, new(who)), Later).Stage);
    }

    [Fact]
    public void A_request_for_changes_by_any_of_them_ends_the_round_for_all()
    {
        var mou = Sample.Carry(Both, new RequestChanges(1, Sample.TextA, "Ana Peña", "Clause 3.", true, Dominica), Later);

        Assert.Equal(2, Assert.IsType<Stage.Drafting>(mou.Stage).Round);
        Assert.Equal(Refusal.AlreadyDecided, Sample.Refused(MouLifecycle.Decide(Sample.Accept, mou, Later)));
    }

    [Fact]
    public void Each_is_reminded_for_itself_and_whoever_answered_no_more()
    {
        var mou = Sample.Carry(Both, Sample.Accept, Later);
        var due = WhatFellDue.Next(mou)!.Value;

        Assert.Equal(Dominica, Assert.IsType<MouEvent.ReminderFellDue>(Assert.Single(WhatFellDue.By(due, mou))).Mission);
    }

    [Fact]
    public void An_embassy_that_is_not_asked_is_told_so() =>
        Assert.Equal(Refusal.EmbassyNotAsked, Sample.Refused(MouLifecycle.Decide(Sample.Accept with { Mission = new("FR") }, Both, Later)));
}
