using System.Globalization;
using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.People;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Administration.People;

/// <summary>What addresses and forms about people say. Pages and the API are asked alike.</summary>
internal static class PeopleRequests
{
    /// <summary>What is looked for; null: nothing.</summary>
    /// <exception cref="ProblemException">400 for more words than anybody means.</exception>
    public static string? PeopleQuery(this HttpRequest request) => request.Query["q"].ToString().Trim() switch
    {
        { Length: 0 } => null,
        { Length: > PeopleSearch.LongestWords } => throw Wrong("q", "TooLong"),
        var words => words,
    };

    /// <summary>A day in Seoul; null: the form was sent without one.</summary>
    /// <exception cref="ProblemException">400 for what is no day.</exception>
    public static DateOnly? SignInDay(this HttpRequest request) => request.Query["day"].ToString() is not { Length: > 0 } said ? null
        : DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Wrong("day", "Malformed");

    /// <summary>The cursor of a list of changes is the number of the last one.</summary>
    /// <exception cref="ProblemException">400 for what no page of ours gave.</exception>
    public static int? Number(this Paging paging) => paging.Cursor is not { } said ? null
        : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 99_999_999 ? number
        : throw Paging.WrongCursor();

    /// <summary>The cursor of a list of sign-ins is the last one's key: digits, a dash and hexadecimal digits.</summary>
    /// <exception cref="ProblemException">400 for what no page of ours gave.</exception>
    public static string? SignInKey(this Paging paging) => paging.Cursor is not { } said ? null
        : said is { Length: 28 } && said[19] == '-' && said[..19].All(char.IsAsciiDigit) && said[20..].All(char.IsAsciiHexDigitLower) ? said
        : throw Paging.WrongCursor();

    public static PersonForm PersonForm(this IFormCollection sent) => new(
        sent["name"], sent["jobTitle"], sent["address"], sent["memberOf"], sent["role"], sent["language"]);

    private static ProblemException Wrong(string name, string why) => new(new Problem(ProblemKind.QueryWrong) { About = [name], Fields = [new(name, why)] });
}
