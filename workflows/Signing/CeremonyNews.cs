using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Signing;

/// <summary>
/// What an event means for the calendars of those who come to a ceremony: it is set, is set otherwise, or is called off. The
/// event's number is the version: it grows, and is the same whenever the mail is written again.
/// </summary>
internal static class CeremonyNews
{
    /// <param name="before">The state before <paramref name="told"/>.</param>
    /// <param name="organizer">The address that the mail comes from.</param>
    /// <returns>Without words, which are the reader's language's; null where nothing changes in a calendar.</returns>
    public static Invitation? Of(RecordedEvent told, Mou before, EmailAddress organizer, EmailAddress attendee)
    {
        var off = CallsOff(told.Event, before);
        return (CallsIn(told, before) ?? off) is { } ceremony
            ? new($"{before.Id}-ceremony@localdiplomacy", told.Number, off is not null, "", ceremony.Place, "", ceremony.On, ceremony.StartsAt, organizer.Value, attendee.Value, told.At)
            : null;
    }

    /// <summary>
    /// The ceremony that takes place from now on. What a hold called off is on again with its release, unless its day has gone
    /// by: the office sets another one then.
    /// </summary>
    public static Ceremony? CallsIn(RecordedEvent told, Mou before) => told.Event switch
    {
        MouEvent.CeremonySet set => set.Ceremony,
        MouEvent.Released when before.Stage is Stage.OnHold { Before: Stage.Signing { Mode: SigningMode.OnPaper { Ceremony: var held } } }
            && held.On >= SeoulTime.DayOf(told.At) => held,
        _ => null,
    };

    /// <summary>The ceremony that was set, and will not take place.</summary>
    public static Ceremony? CallsOff(MouEvent happened, Mou before) =>
        happened is MouEvent.Withdrawn or MouEvent.TextReopened or MouEvent.SigningOpened or MouEvent.HeldUp && before.Stage.Live is Stage.Signing { Mode: SigningMode.OnPaper { Ceremony: var set } } ? set : null;
}
