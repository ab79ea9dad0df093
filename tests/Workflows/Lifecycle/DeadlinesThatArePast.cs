using LocalDiplomacy.Workflows.Lifecycle;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>How the deadlines of a case ended, read from its record.</summary>
public sealed class DeadlinesThatArePast
{
    [Fact]
    public void Each_is_met_or_missed_and_its_extensions_counted()
    {
        var past = Of(
            (0, Sample.CreateWithSteps), (0, Sample.Submit), (15, Sample.Approve), (16, Sample.CouncilPasses), (17, Sample.NoObjection), (18, new Acknowledge(1, "Marie")),
            (19, new ExtendDeadline(Reminder.Review, 10, "Holidays.")), (20, new ExtendDeadline(Reminder.Review, 10, "Holidays.")), (62, Sample.Accept));

        Assert.Equal(
            [
                (Reminder.Approval, DeadlineEnd.Missed, 0), (Reminder.CentralReview, DeadlineEnd.Met, 0), (Reminder.Acknowledgement, DeadlineEnd.Met, 0),
                (Reminder.Review, DeadlineEnd.Met, 2),
            ],
            past.Select(one => (one.Matter, one.End, one.Extensions)));
        Assert.Equal((1, new MissionId("GA")), (past[^1].Round, past[^1].Mission));
    }

    [Fact]
    public void What_others_ended_fell_away()
    {
        var past = Of((0, Sample.Create with { Particulars = Sample.TwoEmbassies }), (0, Sample.Submit), (5, Sample.RequestChanges));

        Assert.Equal([(new MissionId("GA"), DeadlineEnd.Met), (new MissionId("DO"), DeadlineEnd.Dropped)], past.Select(one => (one.Mission!.Value, one.End)));
        Assert.Equal(DeadlineEnd.Dropped, Assert.Single(Of((0, Sample.Create), (0, Sample.Submit), (3, Sample.Withdraw))).End);
    }

    [Fact]
    public void Silence_of_the_ministry_is_a_missed_deadline()
    {
        var (mou, events) = Play((0, Sample.CreateWithSteps), (0, Sample.Submit), (1, Sample.Approve), (2, Sample.CouncilPasses));
        while (mou.Stage is Stage.CentralReview) (mou, events) = Carry(mou, events, new PassTime(), WhatFellDue.Next(mou)!.Value);

        Assert.Equal((Reminder.CentralReview, DeadlineEnd.Missed), PastDeadlines.Of(Sample.Id, events).Select(one => (one.Matter, one.End)).Last());
    }

    [Fact]
    public void A_case_that_waits_for_nothing_has_none() => Assert.Empty(Of((0, Sample.Create), (1, Sample.Withdraw)));

    private static IReadOnlyList<PastDeadline> Of(params (int Day, MouCommand Command)[] deeds) => PastDeadlines.Of(Sample.Id, Play(deeds).Events);

    private static (Mou Mou, List<RecordedEvent> Events) Play(params (int Day, MouCommand Command)[] deeds)
    {
        var (mou, events) = (Mou.NotBegun(Sample.Id), new List<RecordedEvent>());
        foreach (var (day, command) in deeds) (mou, events) = Carry(mou, events, command, Sample.Start.AddDays(day).AddMinutes(mou.Version));
        return (mou, events);
    }

    private static (Mou, List<RecordedEvent>) Carry(Mou mou, List<RecordedEvent> events, MouCommand command, DateTimeOffset at)
    {
        foreach (var happened in Sample.Events(MouLifecycle.Decide(command, mou, at)))
        {
            events.Add(new(mou.Version + 1, at, Sample.ActorFor(command), happened));
            mou = MouLifecycle.Evolve(mou, events[^1]);
        }

        return (mou, events);
    }
}
