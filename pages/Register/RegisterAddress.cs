using System.Globalization;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Pages.Register;

/// <summary>Addresses of the register: a search is its address, and so can be kept and sent.</summary>
public static class RegisterAddress
{
    public const string Page = "/register";

    public static string Of(RegisterNumber number, int? entry = null) =>
        entry is { } place ? string.Create(CultureInfo.InvariantCulture, $"{Page}/{number}/{place}") : $"{Page}/{number}";

    /// <summary>Of the page with the text, where its office released it.</summary>
    public static string OfText(RegisterNumber number) => $"{Page}/{number}/text";

    /// <param name="path">Of the page, or of the same search as a file.</param>
    public static string Of(RegisterQuery query, int page = 1, string path = Page)
    {
        var said = string.Join('&', Said(query).Append(("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null))
            .Where(pair => !string.IsNullOrWhiteSpace(pair.Item2)).Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2!)}"));
        return said.Length == 0 ? path : $"{path}?{said}";
    }

    /// <summary>By the names that the search form sends.</summary>
    private static IEnumerable<(string, string?)> Said(RegisterQuery query) =>
    [
        ("q", query.Words), ("place", query.Office?.Value), ("country", query.Country), ("region", query.Region), ("kind", query.Kind?.ToString()),
        ("field", query.Field?.ToString()), ("status", query.Status?.ToString()), ("year", query.Year?.ToString(CultureInfo.InvariantCulture)),
    ];
}
