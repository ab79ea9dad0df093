using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>Sent on Monday 2 November 2026: the answer is due on Wednesday 2 December.</summary>
public sealed class DeadlinesThatMove
{
    private static readonly Mou Sent = Sample.InStage[StageName.UnderReview];
    private static readonly DateTimeOffset Later = Sample.Start.AddDays(4);

    [Fact]
    public void The_arrival_starts_the_clock_once_it_is_known()
    {
        var arrived = Sample.Carry(Sent, new RecordArrival(LinkHolder.Reviewer, Sample.Start.AddDays(2)), Later);

        Assert.Equal(new DateOnly(2026, 12, 4), LastDay(arrived));
        Assert.Empty(Sample.Events(MouLifecycle.Decide(new RecordArrival(LinkHolder.Reviewer, Sample.Start.AddDays(3)), arrived, Later)));
    }

    [Fact]
    public void An_arrival_before_the_sending_moves_nothing_forward() =>
        Assert.Equal(new DateOnly(2026, 12, 2), LastDay(Sample.Carry(Sent, new RecordArrival(LinkHolder.Reviewer, Sample.Start.AddDays(-3)), Later)));

    [Fact]
    public void More_time_is_counted_from_the_end_that_stands_and_reminders_come_for_the_new_end()
    {
        var extended = Sample.Carry(Sent, new ExtendDeadline(Reminder.Review, 14, "Holidays."), Later);

        Assert.Equal(new DateOnly(2026, 12, 16), LastDay(extended));
        Assert.Equal(SeoulTime.On(new(2026, 12, 7), new(9, 0)), WhatFellDue.Next(extended));
        Assert.Equal(Refusal.NoDeadlineRuns, Refused(new ExtendDeadline(Reminder.Notification, 14, "Holidays.")));
        Assert.Equal(Refusal.DaysOutOfRange, Refused(new ExtendDeadline(Reminder.Review, 0, "Holidays.")));
        Assert.Equal(Refusal.ReasonMissing, Refused(new ExtendDeadline(Reminder.Review, 14, " ")));
    }

    [Fact]
    public void What_was_overdue_and_is_extended_is_not_overdue_any_more()
    {
        var mou = Sent;
        while (WhatFellDue.Next(mou) is { } due) mou = Sample.Carry(mou, new PassTime(), due);
        var extended = Sample.Carry(mou, new ExtendDeadline(Reminder.Review, 30, "By telephone."), Sample.Start.AddDays(40));

        Assert.True(((Stage.UnderReview)mou.Stage).Overdue);
        Assert.False(((Stage.UnderReview)extended.Stage).Overdue);
    }

    [Fact]
    public void An_outage_over_the_end_moves_it_to_the_day_after_the_repair()
    {
        var outage = new RecordOutage(LinkHolder.Reviewer, SeoulTime.On(new(2026, 12, 1), new(9, 0)), SeoulTime.On(new(2026, 12, 3), new(12, 0)), "The mail server was down.");

        Assert.Equal(new DateOnly(2026, 12, 4), LastDay(Sample.Carry(Sent, outage, Sample.Start.AddDays(32))));
        Assert.Equal(Refusal.OutageMovesNothing, Refused(outage with { RepairedAt = SeoulTime.On(new(2026, 12, 1), new(12, 0)) }));
    }

    [Fact]
    public void A_document_that_could_not_be_read_is_sent_again_and_counts_anew()
    {
        Assert.Equal(Refusal.NobodyAskedForIt, Refused(new Resend()));
        var asked = Sample.Carry(Sent, new AskForResend(1, "Marie Obame", "The second page is black."), Later);

        var resent = Sample.Carry(asked, new Resend(), Later.AddDays(1));

        Assert.Equal(new DateOnly(2026, 12, 7), LastDay(resent));
        Assert.Null(((Stage.UnderReview)resent.Stage).Lead.ResendAskedAt);
    }

    [Fact]
    public void A_hold_gives_its_days_back()
    {
        var held = Sample.Carry(Sent, Sample.Hold, Later);
        Assert.Null(WhatFellDue.Next(held));
        Assert.Equal(Refusal.IsOnHold, Sample.Refused(MouLifecycle.Decide(Sample.Accept, held, Later)));

        var released = Sample.Carry(held, new Release("The successor is known."), Later.AddDays(10));

        Assert.Equal(new DateOnly(2026, 12, 14), LastDay(released));
    }

    [Fact]
    public void A_successor_takes_the_partys_place()
    {
        var held = Sample.Carry(Sent, Sample.Hold, Later);
        var merged = Sample.Carry(Sample.Carry(held, new ConfirmSuccessor(new("46"), "Act no. 20000."), Later), new Release("The successor is known."), Later);

        Assert.Equal(new LocalGovernmentId("46"), merged.Office);
        Assert.Equal(Refusal.NotYours, Sample.Refused(MouLifecycle.Decide(Sample.Withdraw, Sample.ActorIn(Role.Drafter), merged, Later)));
        Assert.Equal(Refusal.NotOnHold, Refused(new ConfirmSuccessor(new("46"))));
    }

    private static DateOnly LastDay(Mou mou) => Assert.IsType<Stage.UnderReview>(mou.Stage).Lead.Answer.By.LastDay;

    private static Refusal Refused(MouCommand command) => Sample.Refused(MouLifecycle.Decide(command, Sent, Later));
}
