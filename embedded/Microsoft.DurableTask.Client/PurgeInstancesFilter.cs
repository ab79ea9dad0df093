namespace Microsoft.DurableTask.Client;

/// <summary>Which finished instances, by the time they were created.</summary>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null)
{
    /// <summary>Stop after this time; the result then says that it is not complete.</summary>
    public TimeSpan? Timeout { get; init; }
}
