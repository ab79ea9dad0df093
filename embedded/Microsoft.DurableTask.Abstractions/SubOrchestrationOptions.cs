namespace Microsoft.DurableTask;

/// <summary>How a sub-orchestration is called. Its id is made by the engine when none is given.</summary>
public record SubOrchestrationOptions : TaskOptions
{
    public SubOrchestrationOptions(TaskRetryOptions? retry = null, string? instanceId = null)
        : base(retry, null) => InstanceId = instanceId;

    public SubOrchestrationOptions(TaskOptions options, string? instanceId = null)
        : base(options)
    {
        var given = options as SubOrchestrationOptions;
        InstanceId = instanceId ?? given?.InstanceId;
        Version = given?.Version ?? options.Version;
    }

    public string? InstanceId { get; init; }

    public new TaskVersion? Version { get; init; }
}
