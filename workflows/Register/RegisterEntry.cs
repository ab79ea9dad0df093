using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>How a registered tie stands. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegisterStatus>))]
public enum RegisterStatus { Signed, InEffect, Suspended, NoticeGiven, Expired, Terminated, Superseded }

/// <summary>Why an entry was made. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegisterCause>))]
public enum RegisterCause
{
    Signed, TookEffect, Renewed, Suspended, Resumed, NoticeGiven, Terminated, Expired, Superseded, SuccessorConfirmed,
    /// <summary>A variation took effect.</summary>
    Varied,
    /// <summary>The office let the text be read here.</summary>
    TextReleased,
    /// <summary>The office corrected that: the text is not read here any more.</summary>
    TextWithheld,
    /// <summary>Concluded before, and taken over from the association's list.</summary>
    Imported,
    /// <summary>What an earlier entry says is not right, or the record behind it was corrected.</summary>
    Corrected,
}

/// <summary>What the public is told of a concluded agreement. Offices and titles of people, never a name or an address.</summary>
/// <param name="Mou">Null for a tie that was concluded before and imported.</param>
/// <param name="Title">Empty where none is known.</param>
/// <param name="OfficeName">When the entry was written; the successors are looked up when it is shown.</param>
/// <param name="Embassies">The one that led first.</param>
/// <param name="Region">Of the counterparty's country; null where no region holds it.</param>
/// <param name="SignedOn">The day in Seoul.</param>
/// <param name="From">In effect from.</param>
/// <param name="To">The last day; null: without an end.</param>
/// <param name="SignedBy">The two signers' offices, Korea's first; empty where they are not known.</param>
/// <param name="Links">Cases that it has to do with. They are shown by their numbers, as far as they are registered.</param>
/// <param name="Text">The hash of the text that was signed; null for what was imported.</param>
/// <param name="ChainHead">The hash of the case's last event when this came about.</param>
/// <param name="Reference">The association's own number; null: none.</param>
public sealed record RegisteredTie(
    MouId? Mou,
    LocalizedText Title,
    LocalGovernmentId Office,
    LocalizedText OfficeName,
    Counterparty Counterparty,
    IReadOnlyList<RegisteredEmbassy> Embassies,
    MouKind Kind,
    IReadOnlyList<CooperationField> Fields,
    string? Region,
    DateOnly SignedOn,
    DateOnly? From,
    DateOnly? To,
    RegisterStatus Status,
    RegisteredDecisions Decisions,
    IReadOnlyList<Language> Languages,
    IReadOnlyList<string> SignedBy,
    IReadOnlyList<MouLink> Links,
    TextHash? Text,
    string? ChainHead,
    string? Reference)
{
    /// <summary>The office lets everybody read the text that was signed.</summary>
    public bool IsTextReleased { get; init; }

    /// <summary>A case says by itself that it expired; what was imported has nobody to say so.</summary>
    public RegisteredTie On(DateOnly day) => this is { Mou: null, Status: RegisterStatus.InEffect } && To < day ? this with { Status = RegisterStatus.Expired } : this;
}

/// <summary>A mission's part, by its name when it was entered.</summary>
public sealed record RegisteredEmbassy(MissionId Mission, LocalizedText Name, EmbassyRole Role);

/// <summary>What was decided at home before.</summary>
/// <param name="Council">The reference of the council's decision, or the legal basis on which it was not asked; null: not known.</param>
/// <param name="CouncilDecided">Whether it decided; false: it was not asked.</param>
/// <param name="Central">What the central review answered; null: none was held, or it is not known.</param>
public sealed record RegisteredDecisions(string? Council, bool CouncilDecided, CentralAnswer? Central)
{
    public static readonly RegisteredDecisions Unknown = new(null, false, null);
}

/// <summary>
/// One entry about a tie. Entries are never rewritten: what becomes of a tie, and what corrects an entry, is another entry
/// of the same number, and <see cref="Follows"/> points at the one before.
/// </summary>
/// <param name="Place">Its place among the entries of its number, from 1.</param>
/// <param name="Event">The case's event that brought it about; null for what was imported.</param>
/// <param name="On">When that happened.</param>
/// <param name="EnteredAt">When it was written.</param>
public sealed record RegisterEntry(
    RegisterNumber Number, int Place, RegisterCause Cause, int? Event, DateTimeOffset On, DateTimeOffset EnteredAt, RegisteredTie Tie)
{
    /// <summary>The entry that this one takes the place of; null for the first.</summary>
    public int? Follows => Place > 1 ? Place - 1 : null;
}
