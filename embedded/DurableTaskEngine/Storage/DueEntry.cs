using Azure;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>An instance that is not finished, and the time at which it must be looked at again at the latest.</summary>
internal sealed record DueEntry(string InstanceId, DateTimeOffset Due, ETag ETag)
{
    /// <summary>A host is about to raise it: whoever needs it low writes it anew instead of relying on it, and so stops that host.</summary>
    internal bool IsLeaving { get; init; }
}
