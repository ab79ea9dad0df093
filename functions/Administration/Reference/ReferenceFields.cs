using System.Globalization;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Administration.Reference;

/// <summary>The forms of reference data as a page sends them.</summary>
internal static class ReferenceFields
{
    public static LocalGovernmentForm LocalGovernment(IFormCollection sent, LocalGovernment? there) => new(
        there?.Id.Value ?? sent["id"], there?.Level ?? Number(sent["level"]), sent["parent"], sent["type"],
        Names(sent, "name", Language.Korean, Language.English), sent["validFrom"], sent["validTo"], Several(sent["successors"]));

    public static MissionForm Mission(IFormCollection sent, string? id) => new(
        id ?? sent["id"], Names(sent, "country", [.. Language.OfPages]), Names(sent, "name", [.. Language.OfPages]), sent["region"], sent["language"],
        sent["timeZone"], Several(sent["closedDays"]), sent["validFrom"], sent["validTo"]);

    public static int? Number(string? said) => int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Dictionary<string, string> Names(IFormCollection sent, string field, params Language[] languages) =>
        languages.ToDictionary(language => language.Code, language => sent[$"{field}.{language.Code}"].ToString());

    private static List<string> Several(string? said) => [.. (said ?? "").Split((char[])[' ', ',', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)];
}
