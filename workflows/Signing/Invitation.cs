namespace LocalDiplomacy.Workflows.Signing;

/// <summary>A signing ceremony in somebody's calendar, as iCalendar (RFC 5545) in iTIP's methods (RFC 5546).</summary>
/// <param name="Uid">The same for every version of one ceremony: a calendar replaces what it has under it.</param>
/// <param name="Sequence">Greater with each change; a calendar keeps the greatest.</param>
/// <param name="IsCancelled">It will not take place; the calendar takes it out.</param>
/// <param name="StartsAt">Null: the whole day.</param>
/// <param name="Organizer">The address that answers go to.</param>
/// <param name="StampedAt">When this version was made.</param>
public sealed record Invitation(
    string Uid, int Sequence, bool IsCancelled, string Title, string Place, string Words, DateOnly On, DateTimeOffset? StartsAt, string Organizer, string Attendee, DateTimeOffset StampedAt)
{
    public const string ContentType = "text/calendar";

    /// <summary>How long a ceremony blocks a calendar, where its end is not known.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>iTIP's method, which the part's content type names as well.</summary>
    public string Method => IsCancelled ? "CANCEL" : "REQUEST";
}
