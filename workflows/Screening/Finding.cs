using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Screening;

/// <summary>One thing that screening found, and where.</summary>
/// <param name="Clause">The clause's number, from 1; null where it concerns the whole.</param>
/// <param name="Version">The language version; null where it concerns all of them.</param>
/// <param name="Words">The words that were found, as they stand there; null where something is missing.</param>
public sealed record Finding(ScreeningRule Rule, int? Clause = null, Language? Version = null, string? Words = null)
{
    [JsonIgnore]
    public Gravity Gravity => Gravities.Of(Rule);
}
