namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>
/// Another address for somebody who holds a link. Who is asked can accept or sign, so it counts only once a second
/// administrator confirms it.
/// </summary>
/// <param name="Number">Of the event that proposed it: whoever confirms names it, so that no other is meant.</param>
/// <param name="Name">Of the person who reads there; null: as before.</param>
public sealed record RecipientProposal(
    int Number, LinkHolder Holder, MissionId? Mission, EmailAddress Address, string? Name, string Reason, string PersonId, string ProposedBy, DateTimeOffset At)
{
    /// <summary>As for a mission's address.</summary>
    public static readonly TimeSpan HoldsFor = TimeSpan.FromDays(7);

    public DateTimeOffset ExpiresAt => At + HoldsFor;

    public bool HasExpired(DateTimeOffset now) => now >= ExpiresAt;
}
