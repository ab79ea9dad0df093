using Azure;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>An instance that is not finished, and the time at which it must be looked at again at the latest.</summary>
internal sealed record DueEntry(string InstanceId, DateTimeOffset Due, ETag ETag);
