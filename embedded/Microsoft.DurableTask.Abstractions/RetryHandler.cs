namespace Microsoft.DurableTask;

/// <summary>True: try once more. Runs inside the orchestrator and is replayed, so it must be deterministic.</summary>
public delegate bool RetryHandler(RetryContext retryContext);
