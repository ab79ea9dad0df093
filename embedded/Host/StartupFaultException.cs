namespace LocalDiplomacy.EmbeddedHost;

/// <summary>The host cannot start, for a reason that its user can change. The message is the one line that the user reads.</summary>
internal sealed class StartupFaultException(string message, int exitCode = StartupFaultException.Failed)
    : Exception(message)
{
    public const int Failed = 1;

    /// <summary>The command line or a setting is wrong.</summary>
    public const int Misused = 2;

    public int ExitCode { get; } = exitCode;
}
