using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

/// <summary>Signed on 2 November 2026 for a year; renewed by a year each, unless notice is given three months before.</summary>
public sealed class AfterTheSignature
{
    private static readonly Mou Signed = Sample.InStage[StageName.Signed];
    private static readonly Mou InEffect = Sample.InStage[StageName.InEffect];
    private static readonly DateTimeOffset Later = Sample.Start.AddDays(1);

    [Fact]
    public void The_office_reports_within_ten_days_and_the_central_desk_has_its_copy()
    {
        Assert.Equal(new DateOnly(2026, 11, 12), Assert.IsType<Stage.Signed>(Signed.Stage).Notify!.By.LastDay);
        var happened = Sample.Events(MouLifecycle.Decide(Sample.Notify, Signed, Later));

        Assert.Equal([typeof(MouEvent.NotificationRecorded), typeof(MouEvent.TookEffect)], happened.Select(one => one.GetType()));
        Assert.Contains(
            Effects.Of(new(Signed.Version + 1, Later, Sample.ActorIn(Role.Drafter), happened[0]), Signed),
            effect => effect is { Mail: MailKind.CentralDeskCopy, To: Recipient.CentralDesk });
    }

    [Fact]
    public void A_first_day_that_lies_ahead_is_waited_for()
    {
        var mou = Sample.Variants.Single(one => one.Stage is Stage.Signed);
        var due = WhatFellDue.Next(mou)!.Value;

        Assert.Equal(SeoulTime.On(new(2027, 1, 1), TimeOnly.MinValue), due);
        Assert.Equal(new DateOnly(2028, 1, 1), Sample.Carry(mou, new PassTime(), due).Stage.Given!.EndsOn);
    }

    [Fact]
    public void Without_notice_in_time_it_is_renewed_by_itself_year_after_year()
    {
        var mou = InEffect;
        while (mou.Stage.Given!.EndsOn < new DateOnly(2030, 11, 2)) mou = Sample.Carry(mou, new PassTime(), WhatFellDue.Next(mou)!.Value);

        Assert.IsType<Stage.InEffect>(mou.Stage);
        Assert.Equal([180, 90, 30], Reminders(mou));
    }

    [Fact]
    public void Notice_in_time_lets_it_end_and_late_notice_does_not()
    {
        var inTime = new RefuseRenewal(Side.Counterparty, new(2027, 8, 2));
        var refused = Sample.Carry(InEffect, inTime, SeoulTime.On(new(2027, 8, 3), new(9, 0)));
        while (WhatFellDue.Next(refused) is { } due) refused = Sample.Carry(refused, new PassTime(), due);

        Assert.Equal(new DateOnly(2027, 11, 2), Assert.IsType<Stage.Expired>(refused.Stage).On);
        Assert.Equal(Refusal.NoticeTooLate, Sample.Refused(MouLifecycle.Decide(inTime with { NotifiedOn = new(2027, 8, 3) }, InEffect, SeoulTime.On(new(2027, 8, 3), new(9, 0)))));
    }

    [Fact]
    public void A_suspended_one_is_not_renewed_by_silence()
    {
        var mou = Sample.InStage[StageName.Suspended];
        while (WhatFellDue.Next(mou) is { } due) mou = Sample.Carry(mou, new PassTime(), due);

        Assert.IsType<Stage.Expired>(mou.Stage);
    }

    [Fact]
    public void Notice_ends_it_on_its_day()
    {
        var mou = Sample.InStage[StageName.NoticeGiven];
        var due = WhatFellDue.Next(mou)!.Value;

        Assert.Equal(SeoulTime.EndOf(new(2027, 1, 31)), due);
        Assert.Equal(new DateOnly(2027, 1, 31), Assert.IsType<Stage.Terminated>(Sample.Carry(mou, new PassTime(), due).Stage).On);
    }

    [Fact]
    public void Both_can_renew_it_to_a_later_day_and_to_no_earlier_one()
    {
        Assert.Equal(new DateOnly(2029, 1, 1), Sample.Carry(InEffect, new Renew(new(2029, 1, 1), "88"), Later).Stage.Given!.EndsOn);
        Assert.Equal(Refusal.RenewalNotLater, Sample.Refused(MouLifecycle.Decide(new Renew(new(2027, 1, 1), "88"), InEffect, Later)));
        Assert.Equal(Refusal.ReferenceMissing, Sample.Refused(MouLifecycle.Decide(new Renew(new(2029, 1, 1), ""), InEffect, Later)));
    }

    [Fact]
    public void Variations_and_subsidiary_instruments_are_linked_MOUs_of_their_own()
    {
        var parent = Sample.Carry(Sample.Carry(InEffect, new StartVariation(new("mou_v")), Later), new StartSubsidiary(new("mou_s")), Later);
        var child = Sample.After(Sample.Create with { Particulars = Sample.Friendship with { Kind = MouKind.Variation }, Origin = new(MouLinkKind.Varied, parent.Id) });

        Assert.Equal([new(MouLinkKind.Variation, new("mou_v")), new(MouLinkKind.Subsidiary, new("mou_s"))], parent.Links);
        Assert.Equal(new MouLink(MouLinkKind.Varied, parent.Id), Assert.Single(child.Links));
        Assert.Equal(Refusal.LinksToItself, Sample.Refused(MouLifecycle.Decide(new StartVariation(parent.Id), parent, Later)));
    }

    [Fact]
    public void Signatures_on_paper_are_recorded_by_the_office_and_bring_it_into_effect()
    {
        var ceremony = Sample.After(Sample.Create, Sample.Submit, Sample.Accept, new SetCeremony(Sample.TextA, Sample.Governor, Sample.Mayor, Sample.Ceremony));
        var mou = Sample.Carry(ceremony, new RecordPaperSignatures(Sample.TextA, new(2026, 11, 2)), Later);

        Assert.True(Assert.IsType<Stage.InEffect>(mou.Stage).Instrument.Counterparty.OnPaper);
        Assert.Equal(new DateOnly(2026, 11, 2), mou.Stage.Given!.Since);
        Assert.Equal(Refusal.SignedOnPaper, Sample.Refused(MouLifecycle.Decide(Sample.GovernorSigns, ceremony, Later)));
        Assert.Equal(Refusal.DayIsAhead, Sample.Refused(MouLifecycle.Decide(new RecordPaperSignatures(Sample.TextA, new(2026, 11, 9)), ceremony, Later)));
    }

    [Fact]
    public void A_text_whose_last_day_has_passed_cannot_be_signed()
    {
        var mou = Sample.After(Sample.Create with { Particulars = Sample.Friendship with { Term = new(null, null, new(2026, 12, 31), null) } }, Sample.Submit, Sample.Accept, Sample.OpenSigning);

        Assert.Equal(Refusal.EndsBeforeItBegins, Sample.Refused(MouLifecycle.Decide(Sample.GovernorSigns, mou, SeoulTime.On(new(2027, 1, 1), new(9, 0)))));
    }

    /// <summary>What is still to come before the next end.</summary>
    private static IEnumerable<int> Reminders(Mou mou)
    {
        while (WhatFellDue.By(WhatFellDue.Next(mou)!.Value, mou).Single() is MouEvent.ReminderFellDue due)
        {
            yield return due.WorkingDaysLeft;
            mou = Sample.Carry(mou, new PassTime(), WhatFellDue.Next(mou)!.Value);
        }
    }
}
