using System.Text.RegularExpressions;

namespace LocalDiplomacy.Azurite;

/// <summary>What Azurite prints: where each service listens, and why it ended.</summary>
internal sealed partial class AzuriteOutput
{
    private readonly TaskCompletionSource<(int Blob, int Table)> listening =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private string lastLine = "";
    private int? blobPort;

    /// <summary>Completes when the last of the services answers.</summary>
    public Task<(int Blob, int Table)> Listening => listening.Task;

    public void Take(string? line)
    {
        if (line is null)
            return;
        lock (gate)
        {
            if (line.Length > 0)
                lastLine = line;
            var match = Address().Match(line);
            if (match.Groups["service"].Value == "Blob")
                blobPort = int.Parse(match.Groups["port"].ValueSpan, null);
            else if (match.Groups["service"].Value == "Table" && blobPort is { } blob)
                listening.TrySetResult((blob, int.Parse(match.Groups["port"].ValueSpan, null)));
        }
    }

    public void Ended()
    {
        lock (gate)
            listening.TrySetException(AzuriteException.NotStarted(lastLine));
    }

    [GeneratedRegex("""^Azurite (?<service>Blob|Table) service is successfully listening at http://[^:]+:(?<port>\d+)""")]
    private static partial Regex Address();
}
