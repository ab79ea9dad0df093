using System.Globalization;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal.Unsaved;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>
/// What a draft's form was made from: the MOU's version, and what was typed on top of it. Whoever sends the form back changes
/// exactly that; anything else is somebody else's writing. As an entity tag "5", or "5-0123456789abcdef".
/// </summary>
/// <param name="Version">0: there is no MOU yet.</param>
/// <param name="Unsaved">The tag of what was typed and not saved; null: nothing was.</param>
public sealed record DraftEdition(int Version, string? Unsaved)
{
    private const int LongestTag = 16;

    public static DraftEdition Of(Mou? mou, UnsavedDraft? unsaved) => new(mou?.Version ?? 0, unsaved?.Tag);

    /// <summary>The page's If-Match.</summary>
    /// <exception cref="ProblemException">428: the form says none.</exception>
    public static DraftEdition In(IFormCollection sent) =>
        int.TryParse(sent["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new(version, sent["unsaved"].ToString() is { Length: > 0 and <= LongestTag } tag ? tag : null)
            : throw new ProblemException(ProblemKind.IfMatchMissing);

    /// <exception cref="ProblemException">428 without the header, 400 for what is no tag.</exception>
    public static DraftEdition Expected(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0) throw new ProblemException(ProblemKind.IfMatchMissing);
        return EntityTagHeaderValue.TryParseStrictList(request.Headers.IfMatch, out var tags) && tags is [{ IsWeak: false, Tag: { HasValue: true } tag }] && Parse(tag.Value!.Trim('"')) is { } edition
            ? edition
            : throw new ProblemException(ProblemKind.IfMatchUnreadable);
    }

    public string Tag => $"\"{this}\"";

    public override string ToString() => Version.ToString(CultureInfo.InvariantCulture) + (Unsaved is null ? "" : "-" + Unsaved);

    private static DraftEdition? Parse(string tag) =>
        int.TryParse(tag.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new(version, tag.Split('-', 2) is [_, { Length: > 0 and <= LongestTag } unsaved] ? unsaved : null)
            : null;
}
