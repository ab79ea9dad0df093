using System.Globalization;
using LocalDiplomacy.Functions.Problems;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Api;

/// <summary>What part of a list is asked for: ?limit=1..100 and the cursor that the page before gave.</summary>
public sealed record Paging(string? Cursor, int Limit)
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 100;
    /// <summary>Rows of a page that holds long lists to choose from beside them: more would be heavier than 60 kB.</summary>
    public const int RowsOfHeavyPage = 15;

    /// <param name="usual">How many where the address does not say.</param>
    /// <exception cref="ProblemException">400 for a limit out of range.</exception>
    public static Paging Of(HttpRequest request, int usual = DefaultLimit)
    {
        var limit = request.Query["limit"].ToString() is { Length: > 0 } said ? Read(said) : usual;
        return new(request.Query["cursor"].ToString() is { Length: > 0 } cursor ? cursor : null, limit);
    }

    public static ProblemException WrongCursor() =>
        new(new Problem(ProblemKind.QueryWrong) { About = ["cursor"], Fields = [new("cursor", "Unknown")] });

    /// <summary>The address of the page that follows.</summary>
    /// <param name="query">What else the list was asked for, as its address says it.</param>
    public string? NextAddress(HttpRequest request, string? next, string query = "") =>
        next is null ? null : $"{request.Path}?{query}{(query.Length > 0 ? "&" : "")}limit={Limit.ToString(CultureInfo.InvariantCulture)}&cursor={Uri.EscapeDataString(next)}";

    private static int Read(string said) =>
        int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxLimit ? limit
        : throw new ProblemException(new Problem(ProblemKind.QueryWrong) { About = ["limit"], Fields = [new("limit", "OutOfRange")] });
}
