using LocalDiplomacy.DurableTaskEngine.Scheduling;

namespace LocalDiplomacy.Simulation;

/// <summary>All that is random in a run.</summary>
internal sealed class SeededChance(int seed) : Chance
{
    private readonly Random random = new(seed);

    internal bool OneIn(int count) => random.Next(count) == 0;

    internal override Guid NewGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    internal override int Between(int from, int to) => random.Next(from, to);
}
