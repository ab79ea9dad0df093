using System.Text.Json;

namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>The scan that an event tells of, read from the stored letters.</summary>
internal static class KeptScan
{
    private const string Event = "mou.scan-kept.";

    /// <returns>The scan's SHA-256; null for an event of another kind.</returns>
    public static string? Of(ChainedEvent chained)
    {
        using var json = JsonDocument.Parse(chained.Json);
        var happened = json.RootElement.GetProperty("event");
        return (happened.GetProperty("type").GetString() ?? "").StartsWith(Event, StringComparison.Ordinal) ? happened.GetProperty("scan").GetProperty("hash").GetString() : null;
    }
}
