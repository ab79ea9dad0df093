using LocalDiplomacy.Workflows.Lists;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Orchestrations;

/// <summary>At the start and each hour: takes the cases of an older or moved store into the index. Where that was done it is one look.</summary>
public sealed class IndexUpkeep(CaseIndex index)
{
    [Function(nameof(IndexUpkeep))]
    public async Task RunAsync([TimerTrigger("0 17 * * * *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancel)
    {
        await index.EnsureWholeAsync(cancel);
        // Whoever looks first after a start need not wait until a process has read all of it.
        await index.ReadAsync(cancel);
    }
}
