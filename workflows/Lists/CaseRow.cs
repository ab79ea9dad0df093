using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>Whose turn it is. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WaitedOn>))]
public enum WaitedOn { Office, Embassy, Signers, Nobody, HeadOfOffice, Council, Ministry, Association }

/// <summary>One MOU in a list.</summary>
/// <param name="Since">Since when that is waited on.</param>
/// <param name="Version">Of the MOU that the row was made from.</param>
/// <param name="Counterparty">Null in rows of before it was kept in lists.</param>
public sealed record CaseRow(
    MouId Id,
    LocalGovernmentId Office,
    MissionId Mission,
    LocalizedText Title,
    MouKind Kind,
    StageName Stage,
    int Round,
    WaitedOn WaitedOn,
    DateTimeOffset Since,
    DateTimeOffset? NextDue,
    bool Overdue,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt,
    int Version,
    Counterparty? Counterparty = null)
{
    /// <summary>A request that was sent came back: its deadline stands.</summary>
    public bool CameBack { get; init; }

    /// <summary>The last day for what is waited for, or the day of the ceremony; null: it has none.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The last day in effect; null: it has none, or is not signed.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>The embassies that are waited on; null in rows of before they were kept in lists.</summary>
    public IReadOnlyList<MissionId>? Asked { get; init; }

    /// <summary>The people that are waited on by name: signers, the ministry's desk.</summary>
    public IReadOnlyList<string>? Named { get; init; }

    /// <summary>The last day on which its record is kept; null while it lives, and where it is kept for good.</summary>
    public DateOnly? KeptUntil { get; init; }

    /// <summary>Beside the one that leads; null where it is alone, and in rows of before they were listed.</summary>
    public IReadOnlyList<MissionId>? OtherMissions { get; init; }
}
