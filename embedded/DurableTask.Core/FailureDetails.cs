namespace DurableTask.Core;

/// <summary>What a task failed with.</summary>
public class FailureDetails
{
    internal FailureDetails(string errorType, string errorMessage) => (ErrorType, ErrorMessage) = (errorType, errorMessage);

    public string ErrorType { get; }

    public string ErrorMessage { get; }
}
