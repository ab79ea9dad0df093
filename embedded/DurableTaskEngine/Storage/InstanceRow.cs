using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>An instance's own row. It says how much of the history counts; rows beyond it belong to a turn that was cut off.</summary>
internal sealed record InstanceRow
{
    internal required string InstanceId { get; init; }

    internal required string Name { get; init; }

    internal string Version { get; init; } = string.Empty;

    internal required string ExecutionId { get; init; }

    /// <summary>Of the request that started the instance; it outlasts executions, and tells a second delivery of that request.</summary>
    internal required string StartId { get; init; }

    /// <summary>The first one of an instance is drawn from the clock and never used again for its id, also after a purge: what an earlier life
    /// left to do late finds none of the rows of a later one. Each execution after it has the next one.</summary>
    internal required long Generation { get; init; }

    internal int HistoryCount { get; init; }

    internal int TurnCount { get; init; }

    internal DateTime LastTurn { get; init; }

    internal OrchestrationRuntimeStatus Status { get; init; } = OrchestrationRuntimeStatus.Pending;

    internal DateTimeOffset CreatedAt { get; init; }

    internal DateTimeOffset UpdatedAt { get; init; }

    internal DateTime? StartAt { get; init; }

    /// <summary>Input, output and failure stand here as <see cref="LargeValues"/> keeps them.</summary>
    internal string? Input { get; init; }

    internal string? Output { get; init; }

    internal string? Failure { get; init; }

    internal string? CustomStatus { get; init; }

    internal string? Tags { get; init; }

    /// <summary>The W3C context (traceparent) of the start; it outlasts executions.</summary>
    internal string? Trace { get; init; }

    internal string? ParentId { get; init; }

    internal string? ParentName { get; init; }

    internal string? ParentExecution { get; init; }

    internal int ParentTask { get; init; } = -1;

    internal ETag ETag { get; init; }

    internal bool IsFinished => Status is
        OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    internal static InstanceRow From(TableEntity entity) => new()
    {
        InstanceId = entity.GetString(nameof(InstanceId)),
        Name = entity.GetString(nameof(Name)),
        Version = entity.GetString(nameof(Version)) ?? string.Empty,
        ExecutionId = entity.GetString(nameof(ExecutionId)),
        StartId = entity.GetString(nameof(StartId)),
        // Stores of before were written with 32 bits, and began with 0.
        Generation = Convert.ToInt64(entity[nameof(Generation)], CultureInfo.InvariantCulture),
        HistoryCount = entity.GetInt32(nameof(HistoryCount)) ?? 0,
        TurnCount = entity.GetInt32(nameof(TurnCount)) ?? 0,
        LastTurn = Time(entity.GetInt64(nameof(LastTurn))) ?? DateTime.UnixEpoch,
        Status = Enum.Parse<OrchestrationRuntimeStatus>(entity.GetString(nameof(Status))),
        CreatedAt = entity.GetDateTimeOffset(nameof(CreatedAt)) ?? default,
        UpdatedAt = entity.GetDateTimeOffset(nameof(UpdatedAt)) ?? default,
        StartAt = Time(entity.GetInt64(nameof(StartAt))),
        Input = entity.GetString(nameof(Input)),
        Output = entity.GetString(nameof(Output)),
        Failure = entity.GetString(nameof(Failure)),
        CustomStatus = entity.GetString(nameof(CustomStatus)),
        Tags = entity.GetString(nameof(Tags)),
        Trace = entity.GetString(nameof(Trace)),
        ParentId = entity.GetString(nameof(ParentId)),
        ParentName = entity.GetString(nameof(ParentName)),
        ParentExecution = entity.GetString(nameof(ParentExecution)),
        ParentTask = entity.GetInt32(nameof(ParentTask)) ?? -1,
        ETag = entity.ETag,
    };

    internal TableEntity ToEntity()
    {
        var entity = new TableEntity(RowKeys.Partition(InstanceId), RowKeys.Instance)
        {
            [nameof(InstanceId)] = InstanceId,
            [nameof(Name)] = Name,
            [nameof(Version)] = Version,
            [nameof(ExecutionId)] = ExecutionId,
            [nameof(StartId)] = StartId,
            [nameof(Generation)] = Generation,
            [nameof(HistoryCount)] = HistoryCount,
            [nameof(TurnCount)] = TurnCount,
            [nameof(LastTurn)] = LastTurn.Ticks,
            [nameof(Status)] = Status.ToString(),
            [nameof(CreatedAt)] = CreatedAt,
            [nameof(UpdatedAt)] = UpdatedAt,
            [nameof(ParentTask)] = ParentTask,
        };
        if (StartAt is { } startAt) entity[nameof(StartAt)] = startAt.Ticks;
        entity.SetIfPresent(nameof(Input), Input);
        entity.SetIfPresent(nameof(Output), Output);
        entity.SetIfPresent(nameof(Failure), Failure);
        entity.SetIfPresent(nameof(CustomStatus), CustomStatus);
        entity.SetIfPresent(nameof(Tags), Tags);
        entity.SetIfPresent(nameof(Trace), Trace);
        entity.SetIfPresent(nameof(ParentId), ParentId);
        entity.SetIfPresent(nameof(ParentName), ParentName);
        entity.SetIfPresent(nameof(ParentExecution), ParentExecution);
        return entity;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{InstanceId} ({Status}, {HistoryCount} events)");

    private static DateTime? Time(long? ticks) => ticks is { } value ? new DateTime(value, DateTimeKind.Utc) : null;
}
