namespace LocalDiplomacy.DurableTaskEngine.History;

/// <summary>One thing that happened to an instance: a row of its history or, with <see cref="MessageId"/>, a message on its way.</summary>
internal sealed record HistoryEvent(HistoryKind Kind)
{
    /// <summary>Position in the history, dense from 0; -1 when not in one.</summary>
    public int Number { get; init; } = -1;

    /// <summary>The turn in which it was taken up or caused.</summary>
    public int Turn { get; init; }

    /// <summary>The start of that turn.</summary>
    public DateTime Time { get; init; }

    /// <summary>The sequence number of the task that it schedules, or is the result of.</summary>
    public int TaskId { get; init; } = -1;

    public string? Name { get; init; }

    public string? Version { get; init; }

    /// <summary>Input, result or payload, as <see cref="Storage.LargeValues"/> keeps it.</summary>
    public string? Data { get; init; }

    /// <summary>A failure's details as JSON, kept like <see cref="Data"/>.</summary>
    public string? Failure { get; init; }

    public DateTime? FireAt { get; init; }

    /// <summary>The instance that is called or written to.</summary>
    public string? Target { get; init; }

    /// <summary>The execution that scheduled the task; a result for another execution is dropped.</summary>
    public string? Execution { get; init; }

    /// <summary>Of the row of the activity whose result this is; not stored. A rewind calls the activity anew, in another one.</summary>
    internal long Generation { get; init; }

    public string? ParentId { get; init; }

    public string? ParentName { get; init; }

    public string? Tags { get; init; }

    /// <summary>The W3C context (traceparent) of whoever caused it; null where nobody traced.</summary>
    public string? Trace { get; init; }

    public bool Recursive { get; init; }

    /// <summary>Orders messages by the time they were sent, and tells a second delivery from a new message.</summary>
    public string? MessageId { get; init; }

    /// <summary>True for what an orchestrator causes, false for what comes to it.</summary>
    public bool IsAction => Kind is HistoryKind.TaskScheduled or HistoryKind.TimerCreated or HistoryKind.SubOrchestrationCreated
        or HistoryKind.EventSent or HistoryKind.ExecutionCompleted;
}
