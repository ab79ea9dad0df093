namespace Microsoft.DurableTask;

/// <summary>How an orchestration goes on as a new execution.</summary>
public class ContinueAsNewOptions
{
    public object? NewInput { get; set; }

    /// <summary>The version is kept when this is null.</summary>
    public string? NewVersion { get; set; }

    public bool PreserveUnprocessedEvents { get; set; } = true;
}
