using LocalDiplomacy.DurableTaskEngine.Execution;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask;

namespace LocalDiplomacy.DurableTaskEngine.Recording;

/// <summary>All that one execution of an orchestration took in and did, as a file keeps it. docs/engine.md describes the format.</summary>
public sealed record RecordedHistory
{
    public const string FormatName = "durable-task-history";

    public const int CurrentFormat = 1;

    /// <summary>The status of an execution that ended by starting the next one.</summary>
    public const string ContinuedAsNew = "ContinuedAsNew";

    public required string Format { get; init; }

    public required int FormatVersion { get; init; }

    public required string InstanceId { get; init; }

    /// <summary>The orchestrator's name.</summary>
    public required string Orchestration { get; init; }

    /// <summary>The version that the instance was started with; null without one.</summary>
    public string? Version { get; init; }

    public string? ParentId { get; init; }

    public string? ParentName { get; init; }

    /// <summary>The name of a runtime status, or <see cref="ContinuedAsNew"/>.</summary>
    public required string Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Of this execution, as the data converter wrote it.</summary>
    public string? Input { get; init; }

    /// <summary>The result; of an execution that continued as new, the next one's input.</summary>
    public string? Output { get; init; }

    public string? CustomStatus { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    /// <summary>The W3C context (traceparent) of the start.</summary>
    public string? Trace { get; init; }

    public required IReadOnlyList<RecordedEvent> Events { get; init; }

    /// <summary>Stack traces name the folders of the machine that built the program, and no replay reads them.</summary>
    public RecordedHistory WithoutStackTraces() => this with
    {
        Failure = Plain(Failure),
        Events = [.. Events.Select(happened => happened with { Failure = Plain(happened.Failure) })],
    };

    /// <param name="row">The instance as it is stored.</param>
    /// <param name="input">Of the execution, in plain form.</param>
    /// <param name="events">With data in plain form.</param>
    internal static RecordedHistory Of(InstanceRow row, string? input, IEnumerable<HistoryEvent> events) => new()
    {
        Format = FormatName,
        FormatVersion = CurrentFormat,
        InstanceId = row.InstanceId,
        Orchestration = row.Name,
        Version = row.Version.Length == 0 ? null : row.Version,
        ParentId = row.ParentId,
        ParentName = row.ParentName,
        Status = row.Status.ToString(),
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        Input = input,
        CustomStatus = row.CustomStatus,
        Trace = row.Trace,
        Events = [.. events.Select(RecordedEvent.Of)],
    };

    internal ExecutionFacts Facts => new(
        new TaskName(Orchestration),
        InstanceId,
        Version ?? string.Empty,
        Input,
        ParentId is null ? null : new ParentOrchestrationInstance(new TaskName(ParentName!), ParentId));

    private static TaskFailureDetails? Plain(TaskFailureDetails? failure) =>
        failure is null ? null : failure with { StackTrace = null, InnerFailure = Plain(failure.InnerFailure) };
}
