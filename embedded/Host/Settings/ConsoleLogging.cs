using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace LocalDiplomacy.EmbeddedHost.Settings;

/// <summary>
/// host.json's levels, for every log; the console shows warnings and errors only, on stderr, so that the start-up screen
/// stays readable. <c>Logging__Console__LogLevel__Default=Information</c> shows more.
/// </summary>
internal static class ConsoleLogging
{
    public static void Configure(ILoggingBuilder logging, IConfiguration configuration, HostJson hostJson)
    {
        logging.AddFilter<ConsoleLoggerProvider>(null, LogLevel.Warning);
        foreach (var (category, text) in hostJson.LogLevels)
        {
            if (!Enum.TryParse<LogLevel>(text, ignoreCase: true, out var level))
                throw new StartupFaultException($"host.json: '{text}' is no log level.", StartupFaultException.Misused);

            var name = string.Equals(category, "default", StringComparison.OrdinalIgnoreCase) ? null : category;
            logging.AddFilter(name, level);
            logging.AddFilter<ConsoleLoggerProvider>(name, level < LogLevel.Warning ? LogLevel.Warning : level);
        }

        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.TimestampFormat = "HH:mm:ss ";
            options.UseUtcTimestamp = true;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
