using System.Text;
using LocalDiplomacy.Workflows.Signing;

namespace LocalDiplomacy.Workflows.Tests.Signing;

/// <summary>The .ics file of a ceremony.</summary>
public sealed class CeremoniesInCalendars
{
    private static readonly Invitation Ceremony = new(
        "mou_sample-ceremony@localdiplomacy", 0, IsCancelled: false, "서명식: 우호협력 양해각서", "Andong, City Hall; room 3, second floor", "Bring the originals.\nBoth of them.",
        new(2026, 12, 15), new DateTimeOffset(2026, 12, 15, 5, 30, 0, TimeSpan.Zero), "desk@garok.example", "review@gabon.example", new(2026, 11, 22, 3, 4, 5, TimeSpan.Zero));

    [Fact]
    public void Stand_at_their_time_in_every_zone()
    {
        Assert.Contains("\r\nDTSTART:20261215T053000Z\r\nDTEND:20261215T063000Z\r\n", InvitationFile.Of(Ceremony), StringComparison.Ordinal);
        Assert.Contains("\r\nDTSTART;VALUE=DATE:20261215\r\nDTEND;VALUE=DATE:20261216\r\n", InvitationFile.Of(Ceremony with { StartsAt = null }), StringComparison.Ordinal);
    }

    [Fact]
    public void Are_replaced_and_taken_out_under_one_name()
    {
        Assert.Contains("\r\nMETHOD:REQUEST\r\n", InvitationFile.Of(Ceremony), StringComparison.Ordinal);
        var cancelled = InvitationFile.Of(Ceremony with { Sequence = 2, IsCancelled = true });
        Assert.All(["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:2", "UID:mou_sample-ceremony@localdiplomacy"], line => Assert.Contains($"\r\n{line}\r\n", cancelled, StringComparison.Ordinal));
    }

    [Fact]
    public void Escape_what_would_end_a_value()
    {
        var unfolded = Unfolded(InvitationFile.Of(Ceremony with { Title = "A\\B" }));
        Assert.Contains("LOCATION:Andong\\, City Hall\\; room 3\\, second floor", unfolded);
        Assert.Contains("DESCRIPTION:Bring the originals.\\nBoth of them.", unfolded);
        Assert.Contains("SUMMARY:A\\\\B", unfolded);
        Assert.Contains("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:a@b.exampleATTENDEE:x", Unfolded(InvitationFile.Of(Ceremony with { Attendee = "a@b.example\r\nATTENDEE:x" })));
    }

    [Fact]
    public void Fold_long_lines_between_letters()
    {
        var file = InvitationFile.Of(Ceremony with { Title = string.Concat(Enumerable.Repeat("경상북도🌏", 40)) });
        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains($"SUMMARY:{string.Concat(Enumerable.Repeat("경상북도🌏", 40))}", Unfolded(file));
    }

    private static string[] Unfolded(string file) => file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
}
