namespace LocalDiplomacy.Bench;

/// <summary>The command line makes no sense; the message says what is wrong and what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
