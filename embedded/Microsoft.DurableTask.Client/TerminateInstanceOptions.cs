namespace Microsoft.DurableTask.Client;

/// <param name="Output">What the instance's output becomes.</param>
/// <param name="Recursive">Its sub-orchestrations too.</param>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
