using System.Globalization;
using LocalDiplomacy.Workflows.Lists;

namespace LocalDiplomacy.Pages.Administration.Search;

/// <summary>Addresses of the desk's search: a search is its address, and so can be kept, sent and saved as a view.</summary>
public static class CaseAddress
{
    public const string Page = "/desk/mous";

    /// <param name="path">Of the page, or of the same search as a file.</param>
    public static string Of(CaseQuery query, string path = Page)
    {
        var said = Text(query);
        return said.Length == 0 ? path : $"{path}?{said}";
    }

    /// <summary>What stands behind the question mark.</summary>
    public static string Text(CaseQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return string.Join('&', Said(query).Where(pair => !string.IsNullOrWhiteSpace(pair.Item2)).Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2!)}"));
    }

    /// <summary>By the names that the search form sends.</summary>
    private static IEnumerable<(string, string?)> Said(CaseQuery query) =>
    [
        ("q", query.Words), ("stage", query.Stage?.ToString()), ("waiting", query.WaitedOn?.ToString()), ("office", query.Office?.Value), ("embassy", query.Mission?.Value),
        ("country", query.Country), ("kind", query.Kind?.ToString()), ("due-from", Day(query.DueFrom)), ("due-until", Day(query.DueUntil)),
        ("orchestration", query.Orchestration?.ToString()), ("overdue", query.Overdue is true ? "true" : null), ("came-back", query.CameBack is true ? "true" : null),
    ];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
