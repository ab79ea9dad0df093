using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>A diplomatic mission in Seoul.</summary>
/// <param name="Country">The country or organisation, in ko, en, fr and es.</param>
/// <param name="Name">The mission, in ko, en, fr and es: "주한 가봉 대사관", "Embassy of Gabon".</param>
/// <param name="Contact">
/// Where reviews are sent; null: not known yet, nothing can be submitted. Two administrators change it together, see
/// <see cref="ContactDesk"/>; nothing else does.
/// </param>
/// <param name="Language">What to write to it in.</param>
/// <param name="TimeZone">The capital's, by IANA's name.</param>
public sealed record Mission(
    MissionId Id, LocalizedText Country, LocalizedText Name, string Region, EmailAddress? Contact, Language Language, string? TimeZone)
{
    /// <summary>Days on which nobody is there, beside Korea's own holidays.</summary>
    public IReadOnlyList<ClosedDay> ClosedDays { get; init; } = [];

    /// <summary>Null: longer than this table knows.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day; null: still there.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>An address that waits for a second administrator. It may have expired.</summary>
    public ContactProposal? Waiting { get; init; }

    public bool ExistsOn(DateOnly day) => !(ValidFrom > day) && !(ValidTo < day);
}

/// <summary>The Diplomatic White Paper's regions, one for each mission.</summary>
public static class Regions
{
    public static readonly IReadOnlyList<string> All = ["NEIGHBOUR", "NEW_SOUTHERN", "NEW_NORTHERN", "EUROPE", "AMERICAS", "AFRICA_MIDDLE_EAST"];
}
