using System.Text.Json.Serialization;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>What an administrator did to a case's orchestration. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Intervention>))]
public enum Intervention
{
    /// <summary>It was told to look at the case; where it was gone it was started.</summary>
    Nudge,
    /// <summary>One effect that keeps failing was tried again at once.</summary>
    RetryEffect,
    Suspend,
    Resume,
    /// <summary>It was started anew; what is to be done stands in the case.</summary>
    Restart,
    /// <summary>A failed one went on from its failure.</summary>
    Rewind,
    Terminate,
    /// <summary>A mail that was given up was sent on its way again.</summary>
    RetryMail,
}

/// <summary>How the engine said an orchestration was when an administrator stepped in. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrchestrationFound>))]
public enum OrchestrationFound { Missing, Running, Suspended, Completed, Failed, Terminated }

/// <summary>An administrator stopped the case's orchestration: nobody starts or nudges it until another step lets it go on.</summary>
/// <param name="Deed">Suspended or terminated.</param>
/// <param name="By">The administrator's name.</param>
public sealed record OrchestrationStop(Intervention Deed, string Reason, string By, DateTimeOffset At);

/// <summary>That a case's orchestration is to be terminated: done once a second administrator confirms it.</summary>
/// <param name="Number">Of the event that proposed it.</param>
public sealed record OrchestrationEndProposal(int Number, string Reason, string PersonId, string ProposedBy, DateTimeOffset At)
{
    public DateTimeOffset ExpiresAt => At + RecipientProposal.HoldsFor;

    public bool HasExpired(DateTimeOffset now) => now >= ExpiresAt;
}
