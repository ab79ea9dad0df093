using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>What a deed recorded, as the address of the page behind it names it.</summary>
public static class JustRecorded
{
    /// <summary>The query that goes with a deed: "?recorded=5-7", "none" for nothing new.</summary>
    public static string QueryOf(IReadOnlyList<RecordedEvent> events) =>
        $"?recorded={(events is [var first, .., var last] ? $"{first.Number}-{last.Number}" : events is [var only] ? $"{only.Number}-{only.Number}" : "none")}";

    /// <summary>What "5-7" names, nothing for "none"; null where the address says nothing of it.</summary>
    public static IReadOnlyList<RecordedEvent>? Named(string said, IReadOnlyList<RecordedEvent> history)
    {
        if (said == "none") return [];
        if (said.Split('-') is not [var from, var to] || !int.TryParse(from, out var first) || !int.TryParse(to, out var last)) return null;
        return [.. history.Where(recorded => recorded.Number >= first && recorded.Number <= last)];
    }
}
