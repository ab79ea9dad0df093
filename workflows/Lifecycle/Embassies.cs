using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Deadlines;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>What an embassy is to an MOU; rarely its party. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EmbassyRole>))]
public enum EmbassyRole { Facilitator, Witness, Signatory }

/// <summary>A further embassy of an MOU, beside the one that leads.</summary>
public sealed record EmbassyPart(MissionId Mission, EmbassyRole Role);

/// <summary>An embassy that is to be asked, and at which address.</summary>
public sealed record EmbassyAsked(Reviewer Reviewer, EmbassyRole Role);

/// <summary>Whom a submission is for. It waits with the draft while the house itself still decides.</summary>
/// <param name="Embassies">The one that leads first.</param>
/// <param name="Central">Null where no central review is held.</param>
/// <param name="Screened">Null where screening found nothing, and before there was one.</param>
public sealed record Submission(IReadOnlyList<EmbassyAsked> Embassies, CentralDesk? Central, AcceptedWarnings? Screened = null);

/// <summary>What screening warned of when a text was submitted.</summary>
/// <param name="Because">Why it stands, in the author's words; null where they gave none.</param>
public sealed record AcceptedWarnings(IReadOnlyList<Screening.Finding> Warnings, string? Because);

/// <summary>How a deadline stands.</summary>
/// <param name="Since">When it was set or moved last: reminders that would have come before are not made up for.</param>
/// <param name="Reminded">The numbers of working days before the deadline for which a reminder went out.</param>
public sealed record Countdown(Deadline By, DateTimeOffset Since, IReadOnlyList<int> Reminded, bool Overdue)
{
    public static Countdown Starting(Deadline by, DateTimeOffset at) => new(by, at, [], false);

    public bool Equals(Countdown? other) =>
        other is not null && By == other.By && Since == other.Since && Overdue == other.Overdue && Reminded.SequenceEqual(other.Reminded);

    public override int GetHashCode() => HashCode.Combine(By, Since, Overdue, Reminded.Count);
}

/// <summary>One embassy's part in a round.</summary>
/// <param name="Reviewer">Who is asked now: a hand-over replaces them, and their link is dead.</param>
/// <param name="Answer">Counted from arrival; referred to the capital, that of the capital.</param>
/// <param name="ArrivedAt">When the request came into the embassy's system; null: not known, the sending counts.</param>
/// <param name="ResendAskedAt">The embassy could not read what it was sent, and waits for it.</param>
/// <param name="UndeliveredAt">When it was known that the request had come back: its deadlines stand since then.</param>
public sealed record EmbassyReview(
    Reviewer Reviewer, EmbassyRole Role, EmbassyStanding Standing, Countdown Answer, DateTimeOffset? LinkReissuedAt, DateTimeOffset? ArrivedAt,
    DateTimeOffset? ResendAskedAt, DateTimeOffset? UndeliveredAt = null)
{
    [JsonIgnore]
    public MissionId Mission => Reviewer.Mission;

    /// <summary>Still asked.</summary>
    [JsonIgnore]
    public bool IsOpen => Standing is EmbassyStanding.NotAcknowledged or EmbassyStanding.Acknowledged or EmbassyStanding.AtCapital;
}

/// <summary>How far one embassy is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "standing")]
[JsonDerivedType(typeof(NotAcknowledged), "not-acknowledged")]
[JsonDerivedType(typeof(Acknowledged), "acknowledged")]
[JsonDerivedType(typeof(AtCapital), "at-capital")]
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(ChangesRequested), "changes-requested")]
[JsonDerivedType(typeof(Declined), "declined")]
public abstract record EmbassyStanding
{
    private EmbassyStanding() { }

    /// <param name="By">Null where no acknowledgement is waited for by a date.</param>
    public sealed record NotAcknowledged(Deadline? By, bool Overdue) : EmbassyStanding;

    public sealed record Acknowledged(string OfficerName, DateTimeOffset At) : EmbassyStanding;

    public sealed record AtCapital(string OfficerName, DateTimeOffset Since, int Extensions) : EmbassyStanding;

    public sealed record Accepted(string OfficerName, DateTimeOffset At) : EmbassyStanding;

    /// <summary>This ended the round: the round's outcome has the reason.</summary>
    public sealed record ChangesRequested(string OfficerName, DateTimeOffset At) : EmbassyStanding;

    /// <param name="Reason">Null also where this ended the round: the round's outcome has it then.</param>
    public sealed record Declined(string OfficerName, string? Reason, bool ReasonIsPublic, DateTimeOffset At) : EmbassyStanding;
}
