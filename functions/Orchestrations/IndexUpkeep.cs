using LocalDiplomacy.Workflows.Lists;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Orchestrations;

/// <summary>At the start and each hour: takes the cases of an older or moved store into the index. Where that was done it is one look.</summary>
public sealed class IndexUpkeep(CaseIndex index)
{
    [Function(nameof(IndexUpkeep))]
    public Task RunAsync([TimerTrigger("0 17 * * * *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancel) => index.EnsureWholeAsync(cancel);
}
