using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>The office reminds whom it waits for; nobody twice on one working day, whoever reminded them first.</summary>
public sealed class RemindersByTheOffice
{
    // A Friday afternoon in Seoul.
    private static readonly DateTimeOffset Friday = SeoulTime.On(new(2026, 11, 6), new(15, 0));
    private static readonly DateTimeOffset Monday = SeoulTime.On(new(2026, 11, 9), new(9, 0));

    private static Mou Sent => Sample.InStage[StageName.UnderReview];

    [Fact]
    public void Goes_to_the_embassy_and_is_refused_until_the_next_working_morning()
    {
        var reminded = Sample.Carry(Sent, new Remind(), Friday);

        var offer = Assert.Single(MouLifecycle.RemindersIn(reminded));
        Assert.Equal((Recipient.Reviewer, new MissionId("GA"), Friday, Monday), (offer.To, offer.Mission!.Value, offer.LastAt!.Value, offer.NextAt!.Value));
        Assert.Equal(Refusal.RemindedToday, Sample.Refused(MouLifecycle.Decide(new Remind(), reminded, Friday.AddMinutes(1))));
        Assert.Equal(Refusal.RemindedToday, Sample.Refused(MouLifecycle.Decide(new Remind(), reminded, Friday.AddDays(2))));
        Assert.Equal(Refusal.RemindedToday, Sample.Refused(MouLifecycle.Decide(new Remind(), reminded, Monday.AddTicks(-1))));
        Assert.IsType<MouEvent.Reminded>(Assert.Single(Sample.Events(MouLifecycle.Decide(new Remind(), reminded, Monday))));
    }

    [Fact]
    public void The_clocks_own_reminder_counts_too()
    {
        var due = WhatFellDue.Next(Sent)!.Value;
        var reminded = Sample.Carry(Sent, new PassTime(), due);

        Assert.Equal(due, Assert.Single(MouLifecycle.RemindersIn(reminded)).LastAt);
        Assert.Equal(Refusal.RemindedToday, Sample.Refused(MouLifecycle.Decide(new Remind(), reminded, due.AddHours(2))));
    }

    [Theory]
    [InlineData(StageName.InternalApproval, Recipient.HeadOfOffice, MailKind.ApprovalReminder)]
    [InlineData(StageName.CouncilDecision, Recipient.CouncilClerk, MailKind.CouncilRequested)]
    [InlineData(StageName.CentralReview, Recipient.CentralReviewer, MailKind.CentralReviewReminder)]
    [InlineData(StageName.UnderReview, Recipient.Reviewer, MailKind.ReviewReminder)]
    public void Goes_to_whoever_acts_in_the_stage_with_the_mail_of_the_stage(StageName stage, Recipient to, MailKind kind)
    {
        var mou = Sample.InStage[stage];
        var happened = Assert.Single(Sample.Events(MouLifecycle.Decide(new Remind(), mou, Friday)));

        var mail = Assert.Single(Effects.Of(new(mou.Version + 1, Friday, Sample.ActorFor(new Remind()), happened), mou), effect => effect.Kind == EffectKind.Mail);
        Assert.Equal((to, kind, null), (mail.To, mail.Mail, mail.NotBefore));
    }

    [Fact]
    public void Goes_to_each_signer_who_has_not_signed()
    {
        var both = Sample.InStage[StageName.Signing];
        var half = Sample.Carry(both, Sample.GovernorSigns, Sample.Start.AddDays(1));

        Assert.Equal([Recipient.LocalGovernmentSigner, Recipient.CounterpartySigner], MouLifecycle.RemindersIn(both).Select(offer => offer.To));
        Assert.Equal(Recipient.CounterpartySigner, Assert.Single(MouLifecycle.RemindersIn(half)).To);
    }

    [Fact]
    public void Whom_the_request_did_not_reach_is_sent_it_again_instead()
    {
        var back = Sample.Carry(Sent, new ReportUndeliveredMail("mail-1", LinkHolder.Reviewer, "550", null, new(1, Sample.Gabon.Address, false)), Sample.Start.AddHours(3));

        Assert.Equal(Refusal.NobodyToRemind, Sample.Refused(MouLifecycle.Decide(new Remind(), back, Friday)));
    }

    [Theory]
    [InlineData(StageName.Draft, Refusal.NobodyToRemind)]
    [InlineData(StageName.Agreed, Refusal.NobodyToRemind)]
    [InlineData(StageName.InEffect, Refusal.NobodyToRemind)]
    [InlineData(StageName.OnHold, Refusal.IsOnHold)]
    [InlineData(StageName.Withdrawn, Refusal.WasWithdrawn)]
    public void Where_nobody_is_waited_for_it_is_refused(StageName stage, Refusal why) =>
        Assert.Equal(why, Sample.Refused(MouLifecycle.Decide(new Remind(), Sample.InStage[stage], Friday)));

    [Fact]
    public void A_council_clerk_and_the_desk_remind_nobody()
    {
        Assert.Equal(Refusal.NotYours, Sample.Refused(MouLifecycle.Decide(new Remind(), Sample.ActorIn(Role.CouncilClerk), Sent, Friday)));
        Assert.Equal(Refusal.NotYours, Sample.Refused(MouLifecycle.Decide(new Remind(), Sample.ActorIn(Role.Desk), Sent, Friday)));
    }
}
