using System.Security.Cryptography;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>Where the engine's random ids and pauses come from. A simulation gives a source that a seed repeats.</summary>
internal class Chance
{
    internal virtual Guid NewGuid() => Guid.NewGuid();

    /// <summary>From the first number up to, but not including, the second.</summary>
    internal virtual int Between(int from, int to) => RandomNumberGenerator.GetInt32(from, to);
}
