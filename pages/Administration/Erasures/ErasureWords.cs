using System.Globalization;
using System.Text.RegularExpressions;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Disposal;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Administration.Erasures;

/// <summary>What went and why, in words. The record keeps short words of ours; what is not known here is shown as it stands.</summary>
internal static partial class ErasureWords
{
    private static readonly string[] Known = ["histories", "Codes", "SignIns", "Sessions", "Devices", "sign-in-mails", "case", "alerts", "alert-mails"];

    public static string What(string what, Language language) => Known.Contains(what) ? Words.Of(language, $"Erasures.What.{what}") : what;

    public static string Rule(string rule, Language language)
    {
        if (rule == "expired for a day") return Words.Of(language, "Erasures.Rule.Expired");
        if (After().Match(rule) is { Success: true } after) return Words.Of(language, $"Erasures.Rule.{after.Groups["how"].Value}", int.Parse(after.Groups["days"].Value, CultureInfo.InvariantCulture));
        return Kept().Match(rule) is { Success: true } kept && DateOnly.TryParseExact(kept.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Words.Of(language, "Erasures.Rule.kept", Dates.Long(day, language)) : rule;
    }

    [GeneratedRegex("^(?<how>ended|sent|closed) more than (?<days>[0-9]{1,6}) days ago$")]
    private static partial Regex After();

    [GeneratedRegex("^kept until (?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})$")]
    private static partial Regex Kept();
}
