using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.Bench;

/// <summary>What the hosts of a simulation say, line by line.</summary>
internal sealed class PrintedLogs(TextWriter output) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        output.WriteLine($"{formatter(state, exception)} {exception?.GetType().Name} {exception?.InnerException?.Message ?? exception?.Message}");
}
