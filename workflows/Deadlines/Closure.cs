using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>Why an office does not work on a day.</summary>
/// <param name="Name">The holiday's name; null for the others, which have their own words.</param>
/// <param name="LegalBasis">What makes a public holiday one, in Korean; null for the others.</param>
public sealed record Closure(ClosureKind Kind, LocalizedText? Name = null, string? LegalBasis = null);

public enum ClosureKind { Saturday, Sunday, PublicHoliday, MissionClosed }
