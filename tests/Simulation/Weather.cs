using Azure;

namespace LocalDiplomacy.Simulation;

/// <summary>What happens to the requests of one host: refused, carried out with the reply lost, answered late, sent twice. After the end
/// of the host's process no request comes back.</summary>
internal sealed class Weather(SeededChance chance, int oneFaultIn)
{
    internal bool HasEnded { get; set; }

    internal bool IsCalm { get; set; }

    /// <summary>The storage is away: it refuses everything.</summary>
    internal bool IsAway { get; set; }

    /// <summary>Requests that came while it was away.</summary>
    internal int Refused { get; private set; }

    internal async Task<T> Through<T>(Func<T> request, bool changes)
    {
        await Pass();
        if (IsAway)
        {
            Refused++;
            throw new RequestFailedException(503, "The storage is away.");
        }

        if (Strikes()) throw new RequestFailedException(503, "The simulation refused the request.");
        if (changes && Strikes()) request();
        var result = request();
        await Pass();
        if (Strikes()) throw new RequestFailedException(0, "The simulation lost the reply.");
        return result;
    }

    private bool Strikes() => !IsCalm && oneFaultIn > 0 && chance.OneIn(oneFaultIn);

    private async Task Pass()
    {
        for (var steps = chance.OneIn(10) ? 20 : 1; steps > 0; steps--) await Task.Yield();
        if (HasEnded) await SimulatedHost.Never;
    }
}
