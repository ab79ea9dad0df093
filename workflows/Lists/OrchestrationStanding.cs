using System.Text.Json.Serialization;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>How a case's orchestration is known to stand. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrchestrationStanding>))]
public enum OrchestrationStanding
{
    /// <summary>The case lives, and nothing else is known of its orchestration.</summary>
    Running,
    /// <summary>The case has ended, and nothing else is known.</summary>
    Completed,
    Failed,
    Suspended,
    Terminated,
    /// <summary>There is none, and there should be.</summary>
    Missing,
}
