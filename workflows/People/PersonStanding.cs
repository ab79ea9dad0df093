using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;

namespace LocalDiplomacy.Workflows.People;

/// <summary>Whether somebody can sign in. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PersonState>))]
public enum PersonState
{
    Active,
    /// <summary>To become an administrator, once another administrator confirms it.</summary>
    Proposed,
    /// <summary>Signs in no more. What this person did stays, with the name.</summary>
    Ended,
}

/// <summary>A person as the register has them.</summary>
/// <param name="Version">Counts this person's changes, from 1.</param>
public sealed record PersonStanding(Person Person, int Version)
{
    public PersonState State { get; init; }

    /// <summary>A change that waits for a second administrator.</summary>
    public PersonProposal? Waiting { get; init; }

    /// <summary>Sessions from before hold no longer: the address that they were opened by is another now.</summary>
    public DateTimeOffset? SessionsFrom { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    [JsonIgnore]
    public bool IsActive => State == PersonState.Active;
}

/// <summary>A change proposed by one administrator and waiting for another.</summary>
/// <param name="Number">Of the entry in the record that it was proposed with: names it for good.</param>
/// <param name="After">The person as they would be.</param>
/// <param name="ExpiresAt">From this moment on nobody can confirm it.</param>
public sealed record PersonProposal(int Number, Person After, Author By, DateTimeOffset At, DateTimeOffset ExpiresAt, string Reason)
{
    public bool HasExpired(DateTimeOffset now) => now >= ExpiresAt;
}
