using LocalDiplomacy.Pages.Administration.Settings;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Administration.Settings;

/// <summary>The forms of the settings as a page sends them.</summary>
internal static class SettingsSent
{
    private const string Rules = "councilRules";

    /// <summary>A text has at most three languages: more than anyone can mean need not be kept.</summary>
    private const int MostLanguages = 20;

    public static KindFields Kind(IFormCollection sent) => new(
        sent.Keys.Where(name => name != "languages").ToDictionary(name => name, name => sent[name].ToString()),
        [.. sent["languages"].OfType<string>().Take(MostLanguages)]);

    /// <summary>Without the lines that were left blank or are to go.</summary>
    public static IReadOnlyList<RuleFields> RulesOf(IFormCollection sent) =>
    [
        .. Enumerable.Range(0, sent.Count).TakeWhile(place => sent.ContainsKey($"{Rules}[{place}].office"))
            .Where(place => sent[$"{Rules}[{place}].remove"] != "true")
            .Select(place => Rule(sent, $"{Rules}[{place}]"))
            .Where(rule => !rule.IsBlank),
    ];

    private static RuleFields Rule(IFormCollection sent, string name) => new(
        sent[$"{name}.office"].ToString(), sent[$"{name}.kind"].ToString(), sent[$"{name}.isRequired"].ToString(), sent[$"{name}.rule.legalBasis"].ToString());
}
