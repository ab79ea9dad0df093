using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>A local government of Korea.</summary>
/// <param name="Level">1: a province or metropolitan city; 2: a city, county or district of it.</param>
/// <param name="Name">In Korean and English.</param>
/// <param name="ValidFrom">Null: longer than this table knows.</param>
/// <param name="ValidTo">The last day; null: still there.</param>
public sealed record LocalGovernment(LocalGovernmentId Id, int Level, LocalizedText Name, DateOnly? ValidFrom, DateOnly? ValidTo);
