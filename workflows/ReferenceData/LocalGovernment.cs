using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>A local government of Korea.</summary>
/// <param name="Id">Made once and never changed: a new name or a new province is still the same local government.</param>
/// <param name="Level">1: a province or metropolitan city; 2: a city, county or district of it.</param>
/// <param name="Name">In Korean and English.</param>
/// <param name="ValidFrom">Null: longer than this table knows.</param>
/// <param name="ValidTo">The last day; null: still there.</param>
public sealed record LocalGovernment(LocalGovernmentId Id, int Level, LocalizedText Name, DateOnly? ValidFrom, DateOnly? ValidTo)
{
    /// <summary>The province or metropolitan city that it lies in; null for level 1.</summary>
    public LocalGovernmentId? Parent { get; init; }

    public LocalGovernmentType Type { get; init; }

    /// <summary>Who took its place: none while it is there, several where it was divided.</summary>
    public IReadOnlyList<LocalGovernmentId> Successors { get; init; } = [];

    public bool ExistsOn(DateOnly day) => !(ValidFrom > day) && !(ValidTo < day);
}

/// <summary>The kinds of local government in law. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LocalGovernmentType>))]
public enum LocalGovernmentType
{
    Unknown, SpecialCity, MetropolitanCity, IntegratedSpecialCity, SpecialSelfGoverningCity, Province, SpecialSelfGoverningProvince,
    City, County, AutonomousDistrict,
}
