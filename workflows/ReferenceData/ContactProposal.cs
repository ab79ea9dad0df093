using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>Who changed something, as the record keeps it.</summary>
public sealed record Author(string PersonId, string Name)
{
    /// <summary>What came with the program itself.</summary>
    public static readonly Author Program = new("program", "LocalDiplomacy");
}

/// <summary>A mission's new address, proposed by one administrator and waiting for another.</summary>
/// <param name="Number">The revision that it was proposed with: names it for good.</param>
/// <param name="ExpiresAt">From this moment on nobody can confirm it.</param>
public sealed record ContactProposal(int Number, EmailAddress Address, Author By, DateTimeOffset At, DateTimeOffset ExpiresAt, string Reason)
{
    public bool HasExpired(DateTimeOffset now) => now >= ExpiresAt;
}
