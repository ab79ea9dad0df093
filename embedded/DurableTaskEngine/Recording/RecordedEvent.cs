using System.Text.Json.Serialization;
using LocalDiplomacy.DurableTaskEngine.History;
using Microsoft.DurableTask;

namespace LocalDiplomacy.DurableTaskEngine.Recording;

/// <summary>One event of a recorded history. What has no value is left out of the file.</summary>
public sealed record RecordedEvent
{
    /// <summary>Position in the history, dense from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The turn in which it was taken in or caused, from 0.</summary>
    public required int Turn { get; init; }

    /// <summary>The start of that turn, in UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>What happened, by the name of its kind: TaskScheduled, TimerFired, EventRaised and so on.</summary>
    public required string Kind { get; init; }

    /// <summary>The sequence number of the task that it schedules or is the result of.</summary>
    public int? Task { get; init; }

    public string? Name { get; init; }

    public string? Version { get; init; }

    /// <summary>Input, result or payload as the data converter wrote it.</summary>
    public string? Data { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    public DateTime? FireAt { get; init; }

    /// <summary>The instance that is called or written to.</summary>
    public string? Target { get; init; }

    public string? Tags { get; init; }

    /// <summary>The W3C context (traceparent) of whoever caused it.</summary>
    public string? Trace { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Recursive { get; init; }

    /// <param name="plain">With data and failure in plain form.</param>
    internal static RecordedEvent Of(HistoryEvent plain) => new()
    {
        Number = plain.Number,
        Turn = plain.Turn,
        Time = plain.Time,
        Kind = plain.Kind.ToString(),
        Task = plain.TaskId < 0 ? null : plain.TaskId,
        Name = plain.Name,
        Version = plain.Version,
        Data = plain.Data,
        Failure = FailureText.Read(plain.Failure),
        FireAt = plain.FireAt,
        Target = plain.Target,
        Tags = plain.Tags,
        Trace = plain.Trace,
        Recursive = plain.Recursive,
    };

    internal HistoryEvent ToEvent() => new(Enum.Parse<HistoryKind>(Kind))
    {
        Number = Number,
        Turn = Turn,
        Time = Time,
        TaskId = Task ?? -1,
        Name = Name,
        Version = Version,
        Data = Data,
        Failure = Failure is null ? null : FailureText.Write(Failure),
        FireAt = FireAt,
        Target = Target,
        Tags = Tags,
        Trace = Trace,
        Recursive = Recursive,
    };
}
