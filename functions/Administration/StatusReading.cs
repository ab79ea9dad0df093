using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration;

/// <summary>The instances of one status, as far as they were read: so many pages and no further, because there can be any number.</summary>
internal sealed class StatusReading(OrchestrationRuntimeStatus status)
{
    public const int PageSize = 100;
    public const int MostPages = 10;
    public const int MostShown = 100;

    private readonly List<OrchestrationMetadata> _shown = [];

    public OrchestrationRuntimeStatus Status { get; } = status;

    /// <summary>Some of them, newest change first.</summary>
    public IEnumerable<OrchestrationMetadata> Shown => _shown.OrderByDescending(instance => instance.LastUpdatedAt);

    public OrchestrationMetadata? Oldest { get; private set; }

    public int Count { get; private set; }

    /// <summary>False: there are more.</summary>
    public bool IsComplete { get; private set; } = true;

    public static async Task<StatusReading> OfAsync(DurableTaskClient engine, OrchestrationRuntimeStatus status, CancellationToken cancellation)
    {
        var reading = new StatusReading(status);
        var query = new OrchestrationQuery { Statuses = [status], PageSize = PageSize };
        var pages = 0;
        // A page can be empty and not the last: Azure's table service gives up looking after a while.
        await foreach (var page in engine.GetAllInstancesAsync(query).AsPages().WithCancellation(cancellation))
        {
            reading.Add(page.Values);
            reading.IsComplete = page.ContinuationToken is null;
            if (++pages == MostPages) break;
        }

        return reading;
    }

    private void Add(IReadOnlyList<OrchestrationMetadata> page)
    {
        Count += page.Count;
        _shown.AddRange(page.Take(MostShown - _shown.Count));
        Oldest = page.Append(Oldest).OfType<OrchestrationMetadata>().MinBy(instance => instance.CreatedAt);
    }
}
