namespace Microsoft.DurableTask;

/// <summary>True: try once more. Runs inside the orchestrator and is replayed; it may await durable tasks, such as a timer.</summary>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
