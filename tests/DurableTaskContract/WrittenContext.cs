using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>A context as one writes it to test an orchestrator by itself: the abstract members, and nothing else.</summary>
internal sealed class WrittenContext : TaskOrchestrationContext
{
    internal List<string> Calls { get; } = [];

    internal ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;

    internal TaskCompletionSource Timer { get; } = new();

    internal TaskCompletionSource<object?> Event { get; } = new();

    public override TaskName Name => "Written";

    public override string InstanceId => "it";

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => DateTime.UnixEpoch;

    public override bool IsReplaying => false;

    protected override ILoggerFactory LoggerFactory => Loggers;

    public override T GetInput<T>() => default!;

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null) =>
        Called<TResult>($"activity {name} {input ?? "-"} {options is not null}");

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        Called<TResult>($"child {orchestratorName} {input ?? "-"} {options is not null}");

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        Calls.Add($"timer {(fireAt - CurrentUtcDateTime).TotalHours} h");
        cancellationToken.Register(() => Timer.TrySetCanceled(cancellationToken));
        return Timer.Task;
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        Calls.Add($"event {eventName}");
        await using var registration = cancellationToken.Register(() => Event.TrySetCanceled(cancellationToken));
        return (T)(await Event.Task)!;
    }

    public override void SendEvent(string instanceId, string eventName, object payload) => Calls.Add($"send {instanceId} {eventName} {payload}");

    public override void SetCustomStatus(object? customStatus) => Calls.Add($"status {customStatus}");

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        Calls.Add($"again {newInput} {preserveUnprocessedEvents}");

    public override Guid NewGuid() => Guid.Empty;

    private Task<T> Called<T>(string call)
    {
        Calls.Add(call);
        return Task.FromResult(default(T)!);
    }
}
