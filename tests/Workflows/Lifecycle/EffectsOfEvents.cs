using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Workflows.Tests.Lifecycle;

public sealed class EffectsOfEvents
{
    [Fact]
    public void A_submission_writes_the_lists_and_asks_the_embassy()
    {
        var before = Sample.InStage[StageName.Draft];
        var effects = Of(before, Sample.Submit);

        Assert.Equal(["0000000002-lists", "0000000002-mail-ReviewRequested-Reviewer"], effects.Select(effect => effect.Name));
    }

    [Fact]
    public void An_effect_has_the_same_name_whenever_it_is_derived() =>
        Assert.Equal(Of(Sample.InStage[StageName.UnderReview], Sample.Accept), Of(Sample.InStage[StageName.UnderReview], Sample.Accept));

    [Fact]
    public void Withdrawing_tells_those_who_were_asked_and_nobody_else()
    {
        Assert.Empty(Mails(Sample.InStage[StageName.Draft], Sample.Withdraw));
        Assert.Equal([(MailKind.WithdrawnNotice, Recipient.Reviewer)], Mails(Sample.InStage[StageName.UnderReview], Sample.Withdraw));
        Assert.Equal(3, Mails(Sample.InStage[StageName.Signing], Sample.Withdraw).Count());
    }

    [Fact]
    public void Only_who_has_not_signed_is_reminded_to_sign()
    {
        var one = Sample.Carry(Sample.InStage[StageName.Signing], Sample.MayorSigns, Sample.Start.AddDays(1));
        var due = WhatFellDue.Next(one)!.Value;
        var reminder = Assert.Single(Sample.Events(MouLifecycle.Decide(new MouCommand.PassTime(), one, due)));

        Assert.Equal(
            [(MailKind.SigningReminder, Recipient.LocalGovernmentSigner), (MailKind.OfficeReminder, Recipient.Office)],
            Effects.Of(new(one.Version + 1, due, new Actor.Clock(), reminder), one).Where(e => e.Kind == EffectKind.Mail).Select(e => (e.Mail!.Value, e.To!.Value)));
    }

    [Fact]
    public void What_is_overdue_is_escalated_to_the_association()
    {
        var mou = Sample.InStage[StageName.UnderReview];
        var effects = Effects.Of(new(mou.Version + 1, Sample.Start, new Actor.Clock(), new MouEvent.FellOverdue(Reminder.Review)), mou);

        Assert.Contains(effects, effect => effect is { Mail: MailKind.DeskEscalation, To: Recipient.Desk });
    }

    [Fact]
    public void Nobody_is_told_the_same_thing_twice_by_one_event()
    {
        foreach (var mou in Sample.InStage.Values.Concat(Sample.Variants))
            foreach (var command in EveryCommand.Ones.Concat(EveryCommand.Variants))
                if (MouLifecycle.Decide(command, mou, Sample.Start.AddHours(1)) is Decision.Events { New: var happened })
                    foreach (var one in happened)
                    {
                        var effects = Effects.Of(new(mou.Version + 1, Sample.Start, Sample.ActorFor(command), one), mou);
                        Assert.Equal(effects.Count, effects.Select(effect => effect.Name).Distinct().Count());
                        Assert.Equal(effects.Count, effects.Select(effect => (effect.Kind, effect.To, effect.Mission)).Distinct().Count());
                    }
    }

    [Fact]
    public void Each_embassy_is_written_to_for_itself_and_the_leading_one_under_its_old_name()
    {
        var before = Sample.After(Sample.Create with { Particulars = Sample.TwoEmbassies });

        Assert.Equal(
            ["0000000002-lists", "0000000002-mail-ReviewRequested-Reviewer", "0000000002-mail-ReviewRequested-Reviewer-DO"],
            Of(before, Sample.Submit).Select(effect => effect.Name));
    }

    [Fact]
    public void The_register_is_looked_after_from_the_last_signature_on_and_not_before()
    {
        foreach (var mou in Sample.InStage.Values.Concat(Sample.Variants))
            foreach (var command in EveryCommand.Ones.Concat(EveryCommand.Variants))
            {
                if (MouLifecycle.Decide(command, mou, Sample.Start.AddHours(1)) is not Decision.Events { New: var happened }) continue;
                var before = mou;
                foreach (var one in happened)
                {
                    var recorded = new RecordedEvent(before.Version + 1, Sample.Start, Sample.ActorFor(command), one);
                    var after = MouLifecycle.Evolve(before, recorded);
                    Assert.Equal(RegisteredSteps.CauseOf(one, before, after) is not null, Effects.Of(recorded, before).Any(effect => effect.Kind == EffectKind.Register));
                    before = after;
                }
            }
    }

    private static IEnumerable<(MailKind, Recipient)> Mails(Mou before, MouCommand command) =>
        Of(before, command).Where(e => e.Kind == EffectKind.Mail).Select(e => (e.Mail!.Value, e.To!.Value));

    private static List<Effect> Of(Mou before, MouCommand command)
    {
        var happened = Sample.Events(MouLifecycle.Decide(command, before, Sample.Start.AddHours(1)));
        return [.. Effects.Of(new(before.Version + 1, Sample.Start.AddHours(1), new Actor.Clock(), happened[0]), before)];
    }
}
