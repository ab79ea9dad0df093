namespace LocalDiplomacy.DurableTaskEngine;

/// <summary>What was sent to an instance can never be delivered: it does not exist, or it has finished.</summary>
public sealed class OrchestrationUnreachableException : InvalidOperationException
{
    public OrchestrationUnreachableException()
    {
    }

    public OrchestrationUnreachableException(string message)
        : base(message)
    {
    }

    public OrchestrationUnreachableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
