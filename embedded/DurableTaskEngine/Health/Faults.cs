using Azure;

namespace LocalDiplomacy.DurableTaskEngine.Health;

/// <summary>Faults by their type, without a message: messages may quote what is nobody's business.</summary>
internal static class Faults
{
    internal static string NameOf(Exception fault) => fault switch
    {
        AggregateException { InnerException: { } first } => NameOf(first),
        RequestFailedException { Status: > 0 } refused => $"{nameof(RequestFailedException)} {refused.Status}",
        _ => fault.GetType().Name,
    };
}
