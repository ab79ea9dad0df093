namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>How much goes into one row and into one transaction. A simulation takes far less, so that turns are split and values go
/// to blobs all the time.</summary>
internal sealed record StoreLimits
{
    /// <summary>The Table service's own limit is 100.</summary>
    internal int Actions { get; init; } = 100;

    /// <summary>Of 4 MiB, with room for what surrounds the rows on the wire.</summary>
    internal int Bytes { get; init; } = 3 * 1024 * 1024;

    /// <summary>In UTF-16 units; a property takes 32,768. Half of it keeps most turns within one transaction.</summary>
    internal int TextInRow { get; init; } = 16_000;
}
