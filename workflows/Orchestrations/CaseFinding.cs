using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>What a look at one case found.</summary>
/// <param name="Kind">Null: nothing is wrong with it.</param>
/// <param name="Detail">A type of error, never its message.</param>
/// <param name="WasTried">Something was done about it just now.</param>
internal sealed record CaseFinding(MouId Id, AlertKind? Kind = null, string? Detail = null, bool WasTried = false)
{
    public LocalizedText? Title { get; init; }

    /// <summary>The case has ended, or is not there any more.</summary>
    public bool IsOver { get; init; }

    /// <summary>Null: the engine was not asked.</summary>
    public OrchestrationStanding? Seen { get; init; }
}
