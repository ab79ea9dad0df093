using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>A round heeds the closed days that the table of missions had when it was opened.</summary>
public sealed class DaysOfTheMission
{
    private static readonly Reviewer Closed = Sample.Gabon with { ClosedDays = [new("11-23"), new("2026-12-03"), new("11-10")] };

    private static readonly Mou UnderReview = Sample.After(Sample.Create, Sample.Submit with { Reviewer = Closed });

    [Fact]
    public void Nobody_is_written_to_on_a_closed_day_and_the_deadline_stays()
    {
        var usual = Sample.InStage[StageName.UnderReview];

        Assert.Equal(["2026-11-23 09:00", "2026-11-27 09:00", "2026-12-01 09:00", "2026-12-03 09:00"], Looks(usual));
        Assert.Equal(["2026-11-20 09:00", "2026-11-27 09:00", "2026-12-01 09:00", "2026-12-04 09:00"], Looks(UnderReview));
        Assert.Equal(Lead(usual).Answer.By, Lead(UnderReview).Answer.By);
    }

    [Fact]
    public void They_go_with_a_hand_over()
    {
        var colleague = new Reviewer(Closed.Mission, new("ella@gabon.example"), Language.French, "Paul Ella");
        var mou = Sample.Carry(UnderReview, new MouCommand.HandOver(1, "Marie Obame", colleague), Sample.Start.AddHours(2));

        Assert.Equal(Closed.ClosedDays, Lead(mou).Reviewer.ClosedDays);
        Assert.Empty(Sample.Events(MouLifecycle.Decide(new MouCommand.HandOver(1, "Marie Obame", colleague), mou, Sample.Start.AddHours(3))));
    }

    [Fact]
    public void A_reviewer_is_kept_with_them_and_one_of_before_is_still_read()
    {
        const string Before = """{"mission":"GA","address":"review@gabon.example","language":"fr"}""";

        Assert.Equal(Closed, StoredJson.Read<Reviewer>(StoredJson.Of(Closed)));
        Assert.Equal(Sample.Gabon, StoredJson.Read<Reviewer>(Before));
        Assert.Same(WorkingCalendar.Korea, StoredJson.Read<Reviewer>(Before).Calendar);
    }

    private static List<string> Looks(Mou mou)
    {
        var looks = new List<string>();
        while (WhatFellDue.Next(mou) is { } due)
        {
            looks.Add(due.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd HH:mm", null));
            mou = Sample.Carry(mou, new MouCommand.PassTime(), due);
        }

        return looks;
    }

    private static EmbassyReview Lead(Mou mou) => Assert.IsType<Stage.UnderReview>(mou.Stage).Lead;
}
