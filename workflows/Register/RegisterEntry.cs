using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>What an entry is known by in public: "2026-0042", the year in which it was entered and its place in it.</summary>
[JsonConverter(typeof(TextValueConverter<RegisterNumber>))]
public readonly record struct RegisterNumber(string Value) : ITextValue<RegisterNumber>
{
    public static RegisterNumber From(string value) => new(value);

    public static RegisterNumber Of(int year, int place) => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{year:D4}-{place:D4}"));

    public override string ToString() => Value;
}

/// <summary>How a registered tie stands. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegisterStatus>))]
public enum RegisterStatus { Signed, InEffect, Suspended, NoticeGiven, Expired, Terminated, Superseded, Corrected }

/// <summary>A concluded agreement, as the public sees it from signing on. Offices and titles of people, never an address.</summary>
/// <param name="Mou">Null for a tie that was concluded before and imported.</param>
/// <param name="Office">Its name when it signed stands beside; its successor is looked up when it is shown.</param>
/// <param name="Embassies">The one that led first.</param>
/// <param name="SignedOn">The day in Seoul.</param>
/// <param name="From">In effect from; null: not yet.</param>
/// <param name="To">The last day; null: without an end.</param>
/// <param name="Linked">Entries that it varies, stands under, succeeds or is varied by.</param>
/// <param name="Document">The text that was signed, where its publication was released.</param>
/// <param name="ChainHead">The hash of the case's last event when the entry was written.</param>
/// <param name="Corrects">An entry is never rewritten for a mistake in it: another takes its place and points at it.</param>
/// <param name="Version">Counts what became of the tie: each change of its standing adds one.</param>
public sealed record RegisterEntry(
    RegisterNumber Number,
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
    IReadOnlyList<RegisterNumber> Linked,
    TextHash? Document,
    string? ChainHead,
    RegisterNumber? Corrects,
    RegisterNumber? CorrectedBy,
    DateTimeOffset EnteredAt,
    DateTimeOffset ChangedAt,
    int Version);

/// <summary>A mission's part, by its name when it was entered.</summary>
public sealed record RegisteredEmbassy(MissionId Mission, LocalizedText Name, string Role);

/// <summary>What was decided at home before.</summary>
/// <param name="Council">The reference of the council's decision, or the legal basis on which it was not asked; null: not known.</param>
/// <param name="Central">What the central review answered, "Lapsed" where it did not in time; null: none was held, or it is not known.</param>
public sealed record RegisteredDecisions(string? Council, string? Central);
