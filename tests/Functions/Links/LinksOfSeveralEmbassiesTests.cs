using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;

namespace LocalDiplomacy.Functions.Tests.Links;

/// <summary>Each embassy's link shows and acts for its own mission only.</summary>
public sealed class LinksOfSeveralEmbassiesTests
{
    private static readonly DateTimeOffset now = new(2026, 11, 11, 1, 30, 0, TimeSpan.Zero);
    private static readonly (MissionId Lead, MissionId Other) missions = (new("GA"), new("FR"));
    private static readonly TextHash text = new(new string('a', 64));
    private static readonly Actor.OfficeMember office = new(new("47"), "p1", "Kim Ji-young");

    private static readonly Link lead = new(new("case"), LinkHolder.Reviewer, 1, new("review@gabon.example"), Language.French);
    private static readonly Link other = new(new("case"), LinkHolder.Reviewer, 1, new("review@france.example"), Language.French, missions.Other);

    private static Mou Asked()
    {
        var particulars = new Particulars(
            MouKind.Friendship, LocalizedText.Of((Language.English, "Memorandum")), new(LocalizedText.Of((Language.English, "Libreville")), "GA", LocalizedText.Empty),
            missions.Lead, [CooperationField.Sport], [Language.Korean, Language.English], null, OtherMissions: [new(missions.Other, EmbassyRole.Witness)]);
        var drafted = Do(Mou.NotBegun(new("case")), office, new MouCommand.CreateDraft(new("47"), particulars, text));
        return Do(drafted, office, new MouCommand.SubmitDraft(text, new(missions.Lead, lead.Address, Language.French), [new(missions.Other, other.Address, Language.French)]));
    }

    private static Mou Do(Mou mou, Actor by, MouCommand command) =>
        Assert.IsType<Decision.Events>(MouLifecycle.Decide(command, mou, now)).New
            .Aggregate(mou, (state, happened) => MouLifecycle.Evolve(state, new(state.Version + 1, now, by, happened)));

    [Fact]
    public void One_embassys_answer_is_not_anothers()
    {
        var mou = Do(Asked(), new Actor.EmbassyOfficer(missions.Other, "Durand"), new MouCommand.AcceptText(1, text, "Durand", missions.Other));

        Assert.Equal("Durand", other.Decision(mou)!.Value.Outcome.OfficerName);
        Assert.True(other.ShowsItsAnswer(mou));
        Assert.Null(lead.Decision(mou));
        Assert.False(lead.ShowsItsAnswer(mou));
        Assert.True(lead.Embassy(mou)!.IsOpen);
    }

    [Fact]
    public void One_embassys_end_of_a_round_is_told_to_the_other_as_none_of_its_own()
    {
        var mou = Do(Asked(), new Actor.EmbassyOfficer(missions.Lead, "Ndong"), new MouCommand.RequestChanges(1, text, "Ndong", "Clause 2.", true));

        Assert.Equal(ReviewChoice.ChangesRequested, lead.Decision(mou)!.Value.Outcome.Choice);
        Assert.Null(other.Decision(mou));
    }

    [Fact]
    public void A_hand_over_at_one_embassy_leaves_the_others_link_alone()
    {
        var mou = Do(Asked(), new Actor.EmbassyOfficer(missions.Other, "Durand"),
            new MouCommand.HandOver(1, "Durand", new(missions.Other, new("martin@france.example"), Language.French, "Martin")));

        Assert.True(other.WasHandedOver(mou));
        Assert.False(lead.WasHandedOver(mou));
    }

    [Theory]
    [InlineData("GA", "FR")]
    [InlineData("FR", "GA")]
    public void Nobody_acts_for_another_embassy(string own, string others)
    {
        var (mou, officer, mission) = (Asked(), new Actor.EmbassyOfficer(new(own), "Somebody"), new MissionId(others));
        MouCommand[] commands =
        [
            new MouCommand.Acknowledge(1, "Somebody", mission), new MouCommand.AcceptText(1, text, "Somebody", mission),
            new MouCommand.RequestChanges(1, text, "Somebody", "Why.", true, mission), new MouCommand.DeclineReview(1, text, "Somebody", null, true, mission),
            new MouCommand.ReferToCapital(1, "Somebody", mission), new MouCommand.ExtendCapital(1, "Somebody", mission),
            new MouCommand.ReturnFromCapital(1, "Somebody", mission), new MouCommand.AskForResend(1, "Somebody", "All.", mission),
            new MouCommand.HandOver(1, "Somebody", new(mission, new("x@y.example"), Language.French, "X")), new MouCommand.ReissueLink(LinkHolder.Reviewer, mission),
        ];

        Assert.All(commands, command => Assert.False(WhoMayDo.Allows(command, officer, mou)));
        Assert.All(commands, command => Assert.True(WhoMayDo.Allows(command, new Actor.EmbassyOfficer(mission, "Somebody"), mou)));
    }
}
