using System.Collections;

namespace LocalDiplomacy.EmbeddedHost;

/// <summary>All that the host takes from the process around it, so that tests can give it another.</summary>
internal sealed record Surroundings
{
    public required string CurrentDirectory { get; init; }

    /// <summary>Where the built program stands, with its copy of host.json.</summary>
    public required string ProgramDirectory { get; init; }

    public required IReadOnlyDictionary<string, string?> Environment { get; init; }

    public required TextReader In { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Whether a person sits at the input and can be asked.</summary>
    public required bool Interactive { get; init; }

    /// <summary>Ends the process with this code.</summary>
    public required Action<int> Exit { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static Surroundings OfThisProcess() => new()
    {
        CurrentDirectory = Directory.GetCurrentDirectory(),
        ProgramDirectory = AppContext.BaseDirectory,
        Environment = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(
            variable => (string)variable.Key, variable => (string?)variable.Value, StringComparer.OrdinalIgnoreCase),
        In = Console.In,
        Out = Console.Out,
        Error = Console.Error,
        Interactive = !Console.IsInputRedirected,
        Exit = System.Environment.Exit,
    };
}
