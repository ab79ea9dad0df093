using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>Submitted on Monday 2 November 2026: the answer is due on 2 December, the acknowledgement on the 9th.</summary>
public sealed class CapitalAndColleagues
{
    private static readonly DateTimeOffset Later = Sample.Start.AddDays(3);
    private static readonly Mou UnderReview = Sample.After(Sample.CreateWithSteps, Sample.Submit, Sample.Approve, Sample.CouncilPasses, Sample.NoObjection);

    [Fact]
    public void A_capital_has_sixty_days_and_two_extensions_of_thirty()
    {
        var mou = Sample.Carry(UnderReview, new ReferToCapital(1, "Marie Obame"), Later);
        Assert.Equal(new DateOnly(2027, 1, 4), Lead(mou).Answer.By.LastDay);

        mou = Sample.Carry(mou, new ExtendCapital(1, "Marie Obame"), Later);
        Assert.Equal(new DateOnly(2027, 2, 3), Lead(mou).Answer.By.LastDay);
        mou = Sample.Carry(mou, new ExtendCapital(1, "Marie Obame"), Later);
        Assert.Equal(Refusal.NoMoreExtensions, Sample.Refused(MouLifecycle.Decide(new ExtendCapital(1, "Marie Obame"), mou, Later)));

        var back = Sample.Carry(mou, new ReturnFromCapital(1, "Marie Obame"), Later);
        Assert.Equal(Lead(mou).Answer.By, Lead(back).Answer.By);
        Assert.IsType<Stage.Agreed>(Sample.Carry(back, Sample.Accept, Later).Stage);
    }

    [Fact]
    public void Without_an_acknowledgement_in_five_working_days_embassy_and_office_hear_of_it()
    {
        var due = WhatFellDue.Next(UnderReview)!.Value;
        var happened = Assert.Single(WhatFellDue.By(due, UnderReview));

        Assert.Equal(SeoulTime.On(new(2026, 11, 10), new(9, 0)), due);
        Assert.Equal(new MouEvent.FellOverdue(Reminder.Acknowledgement, new("GA")), happened);
        Assert.Equal([MailKind.AcknowledgementReminder, MailKind.OfficeReminder], Mails(UnderReview, happened));
        var acknowledged = Sample.Carry(UnderReview, new Acknowledge(1, "Marie Obame"), Later);
        Assert.Equal(Reminder.Review, Assert.IsType<MouEvent.ReminderFellDue>(WhatFellDue.By(WhatFellDue.Next(acknowledged)!.Value, acknowledged).Single()).Reminder);
    }

    [Fact]
    public void A_colleague_takes_over_with_a_link_of_their_own_and_the_office_is_told()
    {
        var colleague = new Reviewer(new("GA"), new("ella@gabon.example"), Language.French, "Paul Ella");
        var handOver = new HandOver(1, "Marie Obame", colleague);
        var mou = Sample.Carry(UnderReview, handOver, Later);

        Assert.Equal(colleague, Lead(mou).Reviewer);
        Assert.Equal([MailKind.ReviewRequested, MailKind.OfficeToldOfEvent], Mails(UnderReview, Sample.Events(MouLifecycle.Decide(handOver, UnderReview, Later))[0]));
        Assert.Empty(Sample.Events(MouLifecycle.Decide(handOver, mou, Later)));
        Assert.Equal(Refusal.HandedToTheSame, Sample.Refused(MouLifecycle.Decide(handOver with { To = colleague with { Name = "P. E." } }, mou, Later)));
        Assert.Equal(Refusal.AddressMissing, Sample.Refused(MouLifecycle.Decide(handOver with { To = colleague with { Address = new(" ") } }, mou, Later)));
    }

    private static EmbassyReview Lead(Mou mou) => Assert.IsType<Stage.UnderReview>(mou.Stage).Lead;

    private static IEnumerable<MailKind> Mails(Mou before, MouEvent happened) =>
        Effects.Of(new(before.Version + 1, Later, new Actor.EmbassyOfficer(new("GA"), "Marie Obame"), happened), before)
            .Where(effect => effect.Kind == EffectKind.Mail).Select(effect => effect.Mail!.Value);
}
