using System.Globalization;
using System.Text;

namespace LocalDiplomacy.Workflows.Signing;

/// <summary>Writes an <see cref="Invitation"/> as a .ics file.</summary>
public static class InvitationFile
{
    private const int MostOctetsOfALine = 75;

    /// <summary>The same invitation gives the same file, byte for byte. Lines end in CRLF and are folded as RFC 5545, 3.1 says.</summary>
    public static string Of(Invitation invitation)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        var file = new StringBuilder();
        foreach (var line in Lines(invitation)) AppendFolded(file, line);
        return file.ToString();
    }

    private static IEnumerable<string> Lines(Invitation invitation) =>
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//LocalDiplomacy//Signing//EN",
        $"METHOD:{invitation.Method}",
        "BEGIN:VEVENT",
        $"UID:{Escaped(invitation.Uid)}",
        string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{invitation.Sequence}"),
        $"DTSTAMP:{Instant(invitation.StampedAt)}",
        .. Times(invitation),
        $"SUMMARY:{Escaped(invitation.Title)}",
        $"LOCATION:{Escaped(invitation.Place)}",
        $"DESCRIPTION:{Escaped(invitation.Words)}",
        $"ORGANIZER:mailto:{Address(invitation.Organizer)}",
        $"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:{Address(invitation.Attendee)}",
        $"STATUS:{(invitation.IsCancelled ? "CANCELLED" : "CONFIRMED")}",
        "END:VEVENT",
        "END:VCALENDAR",
    ];

    /// <summary>In UTC, so that the reader's calendar shows it in the reader's zone; a whole day is a date, and its end is the day after.</summary>
    private static IEnumerable<string> Times(Invitation invitation)
    {
        if (invitation.StartsAt is not { } start) return [$"DTSTART;VALUE=DATE:{Day(invitation.On)}", $"DTEND;VALUE=DATE:{Day(invitation.On.AddDays(1))}"];
        return [$"DTSTART:{Instant(start)}", $"DTEND:{Instant(start + Invitation.Lasts)}"];
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text.ReplaceLineEndings("\n")
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A line break in an address would begin a line of its own in the file.</summary>
    private static string Address(string address) => string.Concat(address.Where(letter => !char.IsControl(letter)));

    private static void AppendFolded(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctetsOfALine)
            {
                file.Append("\r\n ");
                octets = 1;
            }
            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        file.Append("\r\n");
    }
}
