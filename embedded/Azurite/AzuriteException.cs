namespace LocalDiplomacy.Azurite;

/// <summary>Azurite could not be installed or started; the message is one sentence for the person who asked for it.</summary>
public sealed class AzuriteException : Exception
{
    private AzuriteException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    internal static AzuriteException NoProgram(string name, Exception inner) =>
        new($"Azurite needs Node.js, and '{name}' was not found: install Node.js 20 or newer, or start without --azurite.", inner);

    internal static AzuriteException NotInstalled(string folder, string detail) =>
        new($"Azurite could not be installed into {folder}: {OneLine(detail)}");

    internal static AzuriteException NotStarted(string detail) => new($"Azurite did not start: {OneLine(detail)}");

    internal static AzuriteException TooSlow(TimeSpan limit) =>
        new($"Azurite did not answer within {limit.TotalSeconds:0} seconds.");

    private static string OneLine(string detail) => detail.ReplaceLineEndings(" ").Trim() is { Length: > 0 } text
        ? text.Length > 300 ? text[..300] + "…" : text
        : "it gave no reason.";
}
