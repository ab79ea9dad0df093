using System.Globalization;
using LocalDiplomacy.Functions.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LocalDiplomacy.Functions.Api;

/// <summary>An MOU's version as a strong entity tag: "7".</summary>
public static class EntityTags
{
    public static string Of(int version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>The version that the caller read; null for "*", whichever is there.</summary>
    /// <exception cref="ProblemException">428 without the header, 400 for what is no tag, 412 for a tag of no version.</exception>
    public static int? ExpectedVersion(this HttpRequest request)
    {
        var header = request.Headers.IfMatch.ToString();
        if (header.Length == 0)
            throw new ProblemException(ProblemKind.IfMatchMissing);
        if (!EntityTagHeaderValue.TryParseStrictList(request.Headers.IfMatch, out var tags))
            throw new ProblemException(ProblemKind.IfMatchUnreadable);
        if (tags is [{ Tag.Value: "*" }])
            return null;
        // A weak tag never matches here (RFC 9110, 13.1.1), nor does a number that no version can have.
        return tags.Where(t => !t.IsWeak).Select(t => VersionIn(t.Tag.Value)).FirstOrDefault(v => v is not null) ?? 0;
    }

    /// <summary>Whether the caller has this content already, so that 304 will do.</summary>
    public static bool HasAlready(this HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags)
        && tags.Any(t => t.Tag.Value == "*" || t.Tag.Value == tag);

    private static int? VersionIn(string? tag) =>
        int.TryParse(tag?.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 ? version : null;
}
