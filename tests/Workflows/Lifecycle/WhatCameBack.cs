using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>No deadline runs on a request that its reader does not have. Sent on Monday 2 November 2026, due on Wednesday 2 December.</summary>
public sealed class WhatCameBack
{
    private static readonly DateTimeOffset Later = Sample.Start.AddDays(3);
    private static readonly Mou Sent = Sample.InStage[StageName.UnderReview];
    private static readonly ReportUndeliveredMail Back = new("mail-1", LinkHolder.Reviewer, "came-back", null, new(1, Sample.Gabon.Address, false));
    private static readonly ReportUndeliveredMail CentralBack = new("mail-1", LinkHolder.CentralReviewer, "came-back", null, new(1, Sample.Ministry.Address, false));

    [Fact]
    public void Stops_the_deadline_and_nobody_is_reminded_or_late()
    {
        var stopped = Sample.Carry(Sent, Back, Later);

        Assert.Equal(Later, Lead(stopped).UndeliveredAt);
        Assert.All(MouLifecycle.RunningIn(stopped.Stage), running => Assert.Equal(Later, running.StoppedAt));
        Assert.Null(MouLifecycle.NextIn(stopped.Stage));
        Assert.Null(WhatFellDue.Next(stopped));
        Assert.Equal(Workflows.Lists.WaitedOn.Office, Workflows.Lists.Summary.WaitedOnIn(stopped.Stage));
    }

    [Fact]
    public void What_was_late_was_not_because_nobody_had_it()
    {
        var late = Sent;
        while (WhatFellDue.Next(late) is { } due) late = Sample.Carry(late, new PassTime(), due);

        Assert.False(Lead(Sample.Carry(late, Back, Sample.Start.AddDays(40))).Answer.Overdue);
    }

    public static TheoryData<ReportUndeliveredMail> Others() => new()
    {
        { Back with { Request = null } },
        { Back with { Request = new(1, new("former@gabon.example"), false) } },
        { Back with { Request = new(2, Sample.Gabon.Address, false) } },
        { Back with { Mission = new("DO") } },
    };

    [Theory, MemberData(nameof(Others))]
    public void A_reminder_a_former_address_and_another_round_stop_nothing(ReportUndeliveredMail other)
    {
        Assert.IsType<MouEvent.MailUndelivered>(Assert.Single(Sample.Events(MouLifecycle.Decide(other, Sent, Later))));
    }

    [Fact]
    public void What_arrived_by_one_mail_is_there_though_another_comes_back_but_not_what_that_very_mail_only_seemed_to_bring()
    {
        var arrived = Sample.Carry(Sent, new RecordArrival(LinkHolder.Reviewer, Sample.Start.AddHours(1)), Sample.Start.AddHours(2));

        Assert.Null(Lead(Sample.Carry(arrived, Back, Later)).UndeliveredAt);
        var seemed = Sample.Carry(arrived, Back with { Request = new(1, Sample.Gabon.Address, HadArrived: true) }, Later);
        Assert.Equal((Later, null), (Lead(seemed).UndeliveredAt, Lead(seemed).ArrivedAt));
    }

    [Fact]
    public void Sent_again_to_a_good_address_it_counts_anew_and_from_its_arrival_once_that_is_known()
    {
        var good = Sample.Gabon with { Address = new("ambassade@gabon.example") };
        var resent = Sample.Carry(Sample.Carry(Sent, Back, Later), new Resend(null, good), Later.AddDays(3));

        Assert.Equal((null, good), (Lead(resent).UndeliveredAt, Lead(resent).Reviewer));
        // From Sunday 8 November: 30 days are Tuesday 8 December.
        Assert.Equal(new DateOnly(2026, 12, 8), Lead(resent).Answer.By.LastDay);
        var arrived = Sample.Carry(resent, new RecordArrival(LinkHolder.Reviewer, Later.AddDays(4)), Later.AddDays(5));
        Assert.Equal(new DateOnly(2026, 12, 9), Lead(arrived).Answer.By.LastDay);
        Assert.NotNull(WhatFellDue.Next(arrived));
        Assert.Equal(Refusal.NobodyAskedForIt, Sample.Refused(MouLifecycle.Decide(new Resend(), arrived, Later.AddDays(6))));
    }

    [Fact]
    public void The_account_of_the_days_says_when_the_clock_had_not_started()
    {
        var resent = Sample.Carry(Sample.Carry(Sent, Back, Later), new Resend(), Later.AddDays(3));
        var explained = DeadlineExplanation.Of(Lead(resent).Answer.By.Terms!);

        Assert.Equal(new DateOnly(2026, 11, 2), explained.StartsOn);
        Assert.Equal(6, explained.Days.Count(day => day.Standing == DayStanding.BeforeRestart));
        Assert.Contains(explained.Terms.Changes, change => change is DeadlineChange.Restarted { Cause: StartCause.SentAnew });
        Assert.Equal(30, explained.Days.Count(day => day.Standing == DayStanding.Counted));
    }

    [Fact]
    public void It_can_come_back_again_and_again()
    {
        var mou = Sent;
        for (var round = 1; round <= 3; round++)
        {
            var at = Later.AddDays(10 * round);
            mou = Sample.Carry(mou, Back, at);
            Assert.NotNull(Lead(mou).UndeliveredAt);
            mou = Sample.Carry(mou, new Resend(), at.AddDays(1));
            Assert.InRange(Lead(mou).Answer.By.LastDay, SeoulTime.DayOf(at.AddDays(31)), SeoulTime.DayOf(at.AddDays(35)));
        }
    }

    [Fact]
    public void An_embassy_that_acts_has_it_whatever_the_mail_service_said()
    {
        var stopped = Sample.Carry(Sent, Back, Later);
        var happened = Sample.Events(MouLifecycle.Decide(new Acknowledge(1, "Marie Obame"), stopped, Later.AddDays(3)));

        Assert.Equal([typeof(MouEvent.DocumentArrived), typeof(MouEvent.ReviewAcknowledged)], happened.Select(one => one.GetType()));
        var acknowledged = Sample.Carry(stopped, new Acknowledge(1, "Marie Obame"), Later.AddDays(3));
        Assert.Equal((null, new DateOnly(2026, 12, 8)), (Lead(acknowledged).UndeliveredAt, Lead(acknowledged).Answer.By.LastDay));
        Assert.Equal(StageName.Agreed, Sample.Carry(stopped, Sample.Accept, Later.AddDays(3)).Stage.Name);
    }

    [Fact]
    public void A_colleague_who_never_got_it_has_no_deadline_either()
    {
        var arrived = Sample.Carry(Sent, new RecordArrival(LinkHolder.Reviewer, Sample.Start.AddHours(1)), Sample.Start.AddHours(2));
        var handed = Sample.Carry(arrived, new HandOver(1, "Marie Obame", new(new("GA"), new("ela@gabon.example"), Language.French, "Paul Ella")), Later);

        Assert.NotNull(Lead(Sample.Carry(handed, Back with { Request = new(1, new("ela@gabon.example"), false) }, Later.AddDays(1))).UndeliveredAt);
    }

    [Fact]
    public void A_central_review_that_nobody_got_does_not_lapse()
    {
        var asked = Sample.InStage[StageName.CentralReview];
        var stopped = Sample.Carry(asked, CentralBack, Later);
        Assert.Null(WhatFellDue.Next(stopped));

        var desk = Sample.Ministry with { Address = new("right@ministry.example") };
        var resent = Sample.Carry(stopped, new ResendToCentral(desk), Later.AddDays(30));

        var review = Assert.IsType<Stage.CentralReview>(resent.Stage);
        Assert.Equal((desk, null), (review.Desk, review.UndeliveredAt));
        // From Saturday 5 December: ten working days are Friday 18 December.
        Assert.Equal(new DateOnly(2026, 12, 18), review.Answer.By.LastDay);
        Assert.Equal(Refusal.NobodyAskedForIt, Sample.Refused(MouLifecycle.Decide(new ResendToCentral(Sample.Ministry), resent, Later.AddDays(31))));
    }

    [Fact]
    public void It_is_known_after_a_hold_too()
    {
        var held = Sample.Carry(Sample.Carry(Sent, Sample.Hold, Later), Back, Later.AddDays(1));

        Assert.NotNull(Lead(Sample.Carry(held, new Release("It is settled."), Later.AddDays(5))).UndeliveredAt);
    }

    [Fact]
    public void The_office_and_the_desk_are_told_once()
    {
        Assert.Equal([(MailKind.OfficeToldOfUndeliveredMail, Recipient.Office), (MailKind.DeskToldOfEvent, Recipient.Desk)], Told(Sent, Back));
        // A fresh link to the same address comes back too: that is another mail, and the same standstill.
        Assert.Equal([(MailKind.OfficeToldOfUndeliveredMail, Recipient.Office)], Told(Sample.Carry(Sent, Back, Later), Back with { MailId = "mail-2" }));
    }

    private static IEnumerable<(MailKind, Recipient)> Told(Mou mou, MouCommand command)
    {
        foreach (var happened in Sample.Events(MouLifecycle.Decide(command, mou, Later)))
        {
            var recorded = new RecordedEvent(mou.Version + 1, Later, new Actor.MailService(), happened);
            foreach (var effect in Effects.Of(recorded, mou).Where(effect => effect.Kind == EffectKind.Mail)) yield return (effect.Mail!.Value, effect.To!.Value);
            mou = MouLifecycle.Evolve(mou, recorded);
        }
    }

    private static EmbassyReview Lead(Mou mou) => Assert.IsType<Stage.UnderReview>(mou.Stage).Lead;
}
