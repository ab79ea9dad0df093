using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Tests.Signing;

/// <summary>One has signed and the other has not, for thirty days.</summary>
public sealed class OneSideIsMissing
{
    // A Thursday: thirty days later it is Saturday, and Monday is a working day.
    private static readonly DateTimeOffset SignedAt = new(2026, 11, 5, 5, 0, 0, TimeSpan.Zero);
    private static readonly Mou Half = Sample.Carry(Sample.InStage[StageName.Signing], Sample.MayorSigns, SignedAt);

    [Fact]
    public void It_is_brought_up_on_the_next_working_morning_and_once()
    {
        var due = WhatFellDue.Next(Half)!.Value;
        var told = Sample.Carry(Half, new PassTime(), due);

        Assert.Equal(SeoulTime.On(new(2026, 12, 7), new(9, 0)), due);
        Assert.Empty(Sample.Events(MouLifecycle.Decide(new PassTime(), Half, due.AddSeconds(-1))));
        Assert.Null(WhatFellDue.Next(told));
        Assert.Empty(Sample.Events(MouLifecycle.Decide(new PassTime(), told, due.AddYears(1))));
    }

    [Fact]
    public void Who_has_not_signed_hears_of_it_and_the_office_and_nobody_else()
    {
        var due = WhatFellDue.Next(Half)!.Value;
        var reminder = Assert.Single(Sample.Events(MouLifecycle.Decide(new PassTime(), Half, due)));

        Assert.Equal(
            [(MailKind.SigningReminder, Recipient.LocalGovernmentSigner), (MailKind.OfficeReminder, Recipient.Office)],
            Effects.Of(new(Half.Version + 1, due, new Actor.Clock(), reminder), Half).Where(one => one.Kind == EffectKind.Mail).Select(one => (one.Mail!.Value, one.To!.Value)));
    }

    [Fact]
    public void With_both_signatures_nothing_of_it_is_left()
    {
        var both = Sample.Carry(Half, Sample.GovernorSigns, SignedAt.AddDays(29));

        Assert.DoesNotContain(Sample.Events(MouLifecycle.Decide(new PassTime(), both, SignedAt.AddDays(90))), one => one is MouEvent.ReminderFellDue { Reminder: Reminder.Signature });
    }

    [Fact]
    public void A_ceremony_that_lies_ahead_is_waited_for()
    {
        var ahead = new SetCeremony(Sample.TextA, Sample.Governor, Sample.Mayor, Sample.Ceremony with { On = new(2027, 3, 2) });
        var recordedLate = ahead with { Ceremony = Sample.Ceremony with { On = new(2026, 10, 1) } };

        // Thirty days from the end of the day of the ceremony: 2 April, a Friday.
        Assert.Equal(SeoulTime.On(new(2027, 4, 2), new(9, 0)), WhatFellDue.Next(Sample.Carry(Sample.InStage[StageName.Agreed], ahead, SignedAt)));
        Assert.Equal(SeoulTime.On(new(2026, 12, 7), new(9, 0)), WhatFellDue.Next(Sample.Carry(Sample.InStage[StageName.Agreed], recordedLate, SignedAt)));
    }
}
