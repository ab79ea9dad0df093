using LocalDiplomacy.EmbeddedHost.Settings;
using Microsoft.DurableTask.Worker;

namespace LocalDiplomacy.EmbeddedHost.Orchestrations;

/// <summary>host.json's durableTask section, as the worker takes it.</summary>
internal static class EngineOptions
{
    public static DurableTaskWorkerOptions From(HostJson hostJson)
    {
        var options = new DurableTaskWorkerOptions { Versioning = Versioning(hostJson) };
        if (hostJson.MaxConcurrentActivities is { } activities)
            options.Concurrency.MaximumConcurrentActivityWorkItems = activities;
        if (hostJson.MaxConcurrentOrchestrators is { } orchestrators)
            options.Concurrency.MaximumConcurrentOrchestrationWorkItems = orchestrators;
        return options;
    }

    private static DurableTaskWorkerOptions.VersioningOptions? Versioning(HostJson hostJson) => hostJson.DefaultVersion is not { } version
        ? null
        : new()
        {
            Version = version,
            DefaultVersion = version,
            MatchStrategy = Choice(
                hostJson.VersionMatchStrategy, "versionMatchStrategy", DurableTaskWorkerOptions.VersionMatchStrategy.CurrentOrOlder),
            FailureStrategy = Choice(
                hostJson.VersionFailureStrategy, "versionFailureStrategy", DurableTaskWorkerOptions.VersionFailureStrategy.Reject),
        };

    private static TChoice Choice<TChoice>(string? text, string name, TChoice otherwise)
        where TChoice : struct, Enum
    {
        if (text is null)
            return otherwise;
        return Enum.TryParse<TChoice>(text, ignoreCase: true, out var choice)
            ? choice
            : throw new StartupFaultException($"host.json: '{text}' is no {name}.", StartupFaultException.Misused);
    }
}
