using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>Submitted on Monday 2 November 2026 in Seoul: the answer is due by the end of Wednesday 2 December.</summary>
public sealed class TimeThatPasses
{
    private static readonly Mou UnderReview = Sample.InStage[StageName.UnderReview];

    [Fact]
    public void An_embassy_is_reminded_seven_three_and_one_working_days_before_and_then_flagged()
    {
        var (mou, seen) = (UnderReview, new List<string>());
        while (WhatFellDue.Next(mou) is { } due)
        {
            var happened = Assert.Single(Sample.Events(MouLifecycle.Decide(new MouCommand.PassTime(), mou, due)));
            seen.Add($"{SeoulTime.At(due):yyyy-MM-dd HH:mm} {Describe(happened)}");
            mou = Sample.Carry(mou, new MouCommand.PassTime(), due);
        }

        Assert.Equal(
            ["2026-11-23 09:00 reminder 7", "2026-11-27 09:00 reminder 3", "2026-12-01 09:00 reminder 1", "2026-12-03 09:00 overdue"], seen);
        Assert.True(Assert.IsType<Stage.UnderReview>(mou.Stage).Overdue);
    }

    [Fact]
    public void Silence_is_never_consent()
    {
        var years = Sample.Start.AddYears(3);
        var mou = Sample.Carry(UnderReview, new MouCommand.PassTime(), years);

        Assert.IsType<Stage.UnderReview>(mou.Stage);
        Assert.IsType<Stage.Agreed>(Sample.Carry(mou, Sample.Accept, years).Stage);
    }

    [Fact]
    public void Reminders_that_were_slept_through_come_once()
    {
        var lastDay = SeoulTime.On(new(2026, 12, 1), new(12, 0));

        Assert.Equal("reminder 1", Describe(Assert.Single(Sample.Events(MouLifecycle.Decide(new MouCommand.PassTime(), UnderReview, lastDay)))));
        var mou = Sample.Carry(UnderReview, new MouCommand.PassTime(), lastDay);
        Assert.Empty(Sample.Events(MouLifecycle.Decide(new MouCommand.PassTime(), mou, lastDay)));
    }

    [Fact]
    public void A_timer_that_comes_early_finds_nothing_due() =>
        Assert.Empty(Sample.Events(MouLifecycle.Decide(new MouCommand.PassTime(), UnderReview, WhatFellDue.Next(UnderReview)!.Value.AddSeconds(-1))));

    [Fact]
    public void An_idle_draft_reminds_its_office_every_ninety_days_until_it_is_touched()
    {
        var draft = Sample.InStage[StageName.Draft];
        var first = WhatFellDue.Next(draft)!.Value;
        var reminded = Sample.Carry(draft, new MouCommand.PassTime(), first);

        // 31 January 2027 is a Sunday; so is 2 May, and on the Monday Labour Day is made up for.
        Assert.Equal(SeoulTime.On(new(2027, 2, 1), new(9, 0)), first);
        Assert.Equal(SeoulTime.On(new(2027, 5, 4), new(9, 0)), WhatFellDue.Next(reminded));
    }

    [Fact]
    public void An_agreed_text_without_a_signing_is_flagged_after_thirty_days()
    {
        var agreed = Sample.InStage[StageName.Agreed];
        var due = WhatFellDue.Next(agreed)!.Value;

        Assert.Equal(SeoulTime.On(new(2026, 12, 3), new(9, 0)), due);
        Assert.True(Assert.IsType<Stage.Agreed>(Sample.Carry(agreed, new MouCommand.PassTime(), due).Stage).Overdue);
    }

    [Fact]
    public void A_signature_that_stands_alone_for_thirty_days_is_brought_up_once()
    {
        var signed = Sample.Start.AddDays(5);
        var one = Sample.Carry(Sample.InStage[StageName.Signing], Sample.MayorSigns, signed);
        var alerted = Sample.Carry(one, new MouCommand.PassTime(), signed.AddDays(31));

        Assert.Equal(SeoulTime.On(new(2026, 12, 7), new(9, 0)), WhatFellDue.Next(one));
        Assert.Null(WhatFellDue.Next(alerted));
    }

    [Theory]
    [InlineData(StageName.NotBegun)]
    [InlineData(StageName.CouncilDecision)]
    [InlineData(StageName.OnHold)]
    [InlineData(StageName.Expired)]
    [InlineData(StageName.Terminated)]
    [InlineData(StageName.Superseded)]
    [InlineData(StageName.Declined)]
    [InlineData(StageName.Blocked)]
    [InlineData(StageName.Withdrawn)]
    public void At_an_end_on_hold_and_before_the_council_time_brings_nothing_about(StageName stage) => Assert.Null(WhatFellDue.Next(Sample.InStage[stage]));

    private static string Describe(MouEvent happened) => happened switch
    {
        MouEvent.ReminderFellDue reminder => $"reminder {reminder.WorkingDaysLeft}",
        MouEvent.FellOverdue => "overdue",
        _ => happened.GetType().Name,
    };
}
