using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>Why an office does not work on a day.</summary>
/// <param name="Name">The holiday's name; null for the others, which have their own words.</param>
/// <param name="LegalBasis">What makes a public holiday one, in Korean; null for the others.</param>
public sealed record Closure(ClosureKind Kind, LocalizedText? Name = null, string? LegalBasis = null);

/// <summary>Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClosureKind>))]
public enum ClosureKind { Saturday, Sunday, PublicHoliday, MissionClosed }
