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
        Assert.Contains(
            Effects.Of(new(Signed.Version + 1, Later, Sample.ActorIn(Role.Drafter), happened[0]), Signed),
            effect => effect is { Mail: MailKind.DeskToldOfEvent, To: Recipient.Desk });
    }

    [Fact]
    public void A_first_day_that_lies_ahead_is_waited_for()
    {
        var mou = Sample.Variants.Single(one => one.Stage is Stage.Signed { Notify: null });
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
    public void A_variation_in_effect_changes_the_term_and_begins_its_notices_anew()
    {
        var taken = new TakeUpVariation(new("mou_v"), Sample.TextB, new(2026, 11, 3), new(new(2031, 11, 2), null));
        var varied = Sample.Carry(Sample.Carry(InEffect, new RefuseRenewal(Side.Counterparty, new(2026, 11, 2)), Later), taken, Later);

        var effect = Assert.IsType<Stage.InEffect>(varied.Stage);
        Assert.Equal((new DateOnly(2031, 11, 2), (RenewalClause?)null, false), (effect.Instrument.EndsOn, effect.Instrument.Renewal, effect.WillNotRenew));
        Assert.Equal([180, 90, 30], Reminders(varied));
        Assert.Equal(new VariationTaken(new("mou_v"), Sample.TextB, new(2026, 11, 3), new(2031, 11, 2)), Assert.Single(varied.Variations));
        Assert.Empty(Sample.Events(MouLifecycle.Decide(taken, varied, Later)));
        Assert.Equal(InEffect.Text, varied.Stage.Given!.Text);
    }

    [Fact]
    public void A_variation_that_names_no_last_day_leaves_the_term_and_one_of_before_its_beginning_is_refused()
    {
        var taken = new TakeUpVariation(new("mou_v"), Sample.TextB, new(2026, 11, 3), null);

        Assert.Equal(InEffect.Stage, Sample.Carry(InEffect, taken, Later).Stage);
        Assert.Equal(Refusal.EndsBeforeItBegins, Sample.Refused(MouLifecycle.Decide(taken with { Term = new(new(2026, 11, 1), null) }, InEffect, Later)));
        Assert.Equal(Refusal.LinksToItself, Sample.Refused(MouLifecycle.Decide(taken with { Variation = InEffect.Id }, InEffect, Later)));
        Assert.Equal(Refusal.NotInEffect, Sample.Refused(MouLifecycle.Decide(taken, Sample.InStage[StageName.Agreed], Later)));
        Assert.Equal(Refusal.WasTerminated, Sample.Refused(MouLifecycle.Decide(taken, Sample.InStage[StageName.Terminated], Later)));
    }

    [Theory]
    [InlineData(StageName.Suspended)]
    [InlineData(StageName.NoticeGiven)]
    public void A_variation_is_taken_up_whatever_waits(StageName stage)
    {
        var taken = new TakeUpVariation(new("mou_v"), Sample.TextB, new(2026, 11, 3), new(new(2031, 11, 2), null));
        var held = Sample.Carry(Sample.InStage[stage], Sample.Hold, Later);
        var varied = Sample.Carry(Sample.Carry(held, taken, Later), new Release("The successor is known."), Later);

        Assert.Equal(stage, varied.Stage.Name);
        Assert.Equal(new DateOnly(2031, 11, 2), varied.Stage.Given!.EndsOn);
    }

    [Fact]
    public void A_variation_has_no_term_of_its_own_and_ends_with_what_it_varies()
    {
        var varied = new MouId("mou_varied");
        var variation = Sample.After(
            Sample.Create with { Particulars = Sample.OneYear with { Kind = MouKind.Variation }, Origin = new(MouLinkKind.Varied, varied) },
            Sample.Submit, Sample.Accept, Sample.OpenSigning, Sample.GovernorSigns, Sample.MayorSigns);
        MouEvent[] ends = [new MouEvent.Expired(new(2027, 11, 2)), new MouEvent.Terminated(new(2027, 11, 2), "By letter."), new MouEvent.Superseded(new(2027, 11, 2), new("mou_next"))];

        Assert.Null(WhatFellDue.Next(variation));
        Assert.All(ends, end => Assert.Equal(end, Assert.Single(Sample.Events(MouLifecycle.Decide(new EndWithVaried(varied, end), variation, Later)))));
        Assert.Equal(Refusal.NotAVariation, Sample.Refused(MouLifecycle.Decide(new EndWithVaried(new("mou_other"), ends[0]), variation, Later)));
        Assert.Equal(Refusal.NotAVariation, Sample.Refused(MouLifecycle.Decide(new EndWithVaried(varied, ends[0]), InEffect, Later)));
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
