using System.Text.Json.Serialization;

namespace LocalDiplomacy.DurableTaskEngine.Health;

/// <summary>Why something does not go on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StuckReason>))]
public enum StuckReason
{
    /// <summary>Its turns cannot be loaded, run or committed; it is tried again for ever, with growing pauses. Most often the storage.</summary>
    TurnFails,

    /// <summary>Its orchestrator's code has not come back: it loops without awaiting, or blocks. Only a new program mends that.</summary>
    OrchestratorDoesNotReturn,

    /// <summary>An activity runs and runs.</summary>
    ActivityDoesNotReturn,

    /// <summary>The process ended again and again while an activity ran; it is running once more.</summary>
    ActivityKeepsEndingItsProcess,

    /// <summary>Such an activity was given up: it failed, and its orchestrator was told. Shown until the next start.</summary>
    ActivityGivenUp,

    /// <summary>The instance has a version that this worker does not run.</summary>
    VersionNotRunHere,
}
