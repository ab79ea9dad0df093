using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.Faults.Tests;

/// <summary>Instances whose work the engine has said to be interrupted.</summary>
internal sealed class Interruptions : ILoggerProvider, ILogger
{
    private readonly ConcurrentDictionary<string, int> instances = new(StringComparer.Ordinal);

    internal bool Of(string id) => instances.ContainsKey(id);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> values || !formatter(state, exception).Contains("is interrupted", StringComparison.Ordinal)) return;
        foreach (var (name, value) in values)
            if (name == "InstanceId") instances.AddOrUpdate($"{value}", 1, (_, count) => count + 1);
    }

    public void Dispose()
    {
    }
}
