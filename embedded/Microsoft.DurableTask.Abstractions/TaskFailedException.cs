namespace Microsoft.DurableTask;

/// <summary>An activity or a sub-orchestration failed; see <see cref="FailureDetails"/> for the reason.</summary>
public sealed class TaskFailedException : Exception
{
    public TaskFailedException(string taskName, int taskId, Exception innerException)
        : base(Text(taskName, taskId, innerException?.Message), innerException)
    {
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = TaskFailureDetails.FromException(innerException!);
    }

    public TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails)
        : base(Text(taskName, taskId, failureDetails?.ErrorMessage))
    {
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = failureDetails!;
    }

    public string TaskName { get; }

    public int TaskId { get; }

    /// <summary>Null when a sub-orchestration was terminated.</summary>
    public TaskFailureDetails FailureDetails { get; }

    /// <summary>True for this very type; <see cref="TaskFailureDetails.IsCausedBy{T}"/> knows derived ones too.</summary>
    public bool IsCausedByException<T>()
        where T : Exception => FailureDetails?.ErrorType == typeof(T).FullName;

    private static string Text(string taskName, int taskId, string? reason) =>
        $"Task '{taskName}' (#{taskId}) failed with an unhandled exception" + (reason is null ? "." : $": {reason}");
}
