using System.Diagnostics;
using System.Globalization;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskEngine.Telemetry;

/// <summary>Spans under the source and the names that the real SDK uses. They carry names of tasks, ids, numbers, times and types of
/// errors; no payload and no message of an exception. Where nobody listens, nothing is made.</summary>
/// <remarks>The W3C context of whoever caused something is stored with it: of a start in the instance, of a call or an event in its message.
/// So a trace goes on after a restart and on another host.</remarks>
internal static class EngineTraces
{
    internal const string Name = "Microsoft.DurableTask";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Somebody asks for a new instance.</summary>
    internal static Activity? Create(InstanceRow row) => !Source.HasListeners() ? null : Tagged(
        Source.StartActivity(Of("create_orchestration", row.Name, row.Version), ActivityKind.Producer), "orchestration", row.Name, row.Version)?
        .SetTag("durabletask.task.instance_id", row.InstanceId)
        .SetTag("durabletask.task.execution_id", row.ExecutionId);

    /// <summary>Somebody outside of any orchestration raises an event.</summary>
    internal static Activity? Raise(string instanceId, string eventName) => !Source.HasListeners() ? null : Tagged(
        Source.StartActivity(Of("orchestration_event", eventName, null), ActivityKind.Producer), "event", eventName, null)?
        .SetTag("durabletask.event.target_instance_id", instanceId);

    /// <summary>One turn: under the start of its instance, linked to the events that it takes in.</summary>
    internal static Activity? Turn(InstanceRow row, IEnumerable<HistoryEvent> inputs)
    {
        // What flows here from whoever signalled the work has nothing to do with it.
        if (Activity.Current is not null) Activity.Current = null;
        if (!Source.HasListeners() || !TryParse(row.Trace, out var parent)) return null;
        var links = inputs.Select(input => TryParse(input.Trace, out var sender) ? sender : default)
            .Where(sender => sender != default).Select(sender => new ActivityLink(sender));
        return Tagged(
            Source.StartActivity(Of("orchestration", row.Name, row.Version), ActivityKind.Server, parent, links: links),
            "orchestration", row.Name, row.Version)?
            .SetTag("durabletask.task.instance_id", row.InstanceId)
            .SetTag("durabletask.task.execution_id", row.ExecutionId);
    }

    internal static void EndOfTurn(Activity turn, OrchestrationRuntimeStatus status, string? errorType)
    {
        turn.SetTag("durabletask.task.status", status.ToString());
        if (status == OrchestrationRuntimeStatus.Failed) Failed(turn, errorType);
    }

    /// <summary>From its creation to its firing, under the turn that takes the firing in.</summary>
    internal static void Fired(HistoryEvent timer, InstanceRow row, DateTime now)
    {
        var span = Tagged(
            Source.StartActivity($"orchestration:{row.Name}:timer", ActivityKind.Internal, Activity.Current?.Context ?? default, startTime: timer.Time),
            "timer", row.Name, null)?
            .SetTag("durabletask.task.instance_id", row.InstanceId)
            .SetTag("durabletask.fire_at", timer.FireAt!.Value.ToString("o", CultureInfo.InvariantCulture))
            .SetTag("durabletask.task.task_id", timer.TaskId);
        span?.SetEndTime(now);
        span?.Dispose();
    }

    /// <summary>An orchestrator sends an event: under its turn.</summary>
    internal static string? Sent(HistoryEvent sent, InstanceRow row)
    {
        using var span = Tagged(
            Source.StartActivity(Of("orchestration_event", sent.Name!, null), ActivityKind.Producer), "event", sent.Name!, null)?
            .SetTag("durabletask.task.instance_id", row.InstanceId)
            .SetTag("durabletask.task.execution_id", row.ExecutionId)
            .SetTag("durabletask.event.target_instance_id", sent.Target);
        return span?.Id;
    }

    /// <summary>One run of an activity: under the turn that called it.</summary>
    internal static Activity? Run(HistoryEvent scheduled, string instanceId)
    {
        if (Activity.Current is not null) Activity.Current = null;
        if (!Source.HasListeners() || !TryParse(scheduled.Trace, out var parent)) return null;
        return Tagged(
            Source.StartActivity(Of("activity", scheduled.Name!, scheduled.Version), ActivityKind.Server, parent),
            "activity", scheduled.Name!, scheduled.Version)?
            .SetTag("durabletask.task.instance_id", instanceId)
            .SetTag("durabletask.task.task_id", scheduled.TaskId);
    }

    internal static void Failed(Activity span, string? errorType) =>
        span.SetStatus(ActivityStatusCode.Error).SetTag("error.type", errorType ?? "_OTHER");

    private static Activity? Tagged(Activity? span, string type, string name, string? version)
    {
        span?.SetTag("durabletask.type", type).SetTag("durabletask.task.name", name);
        if (!string.IsNullOrEmpty(version)) span?.SetTag("durabletask.task.version", version);
        return span;
    }

    private static string Of(string what, string name, string? version) =>
        string.IsNullOrEmpty(version) ? $"{what}:{name}" : $"{what}:{name}@({version})";

    private static bool TryParse(string? trace, out ActivityContext context)
    {
        context = default;
        return trace is not null && ActivityContext.TryParse(trace, null, isRemote: true, out context);
    }
}
