using System.Globalization;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Pages.Administration.Settings;

/// <summary>One setting, as a secretary reads it.</summary>
internal sealed record SettingLine(string Name, string Value);

/// <summary>What differs between two versions.</summary>
/// <param name="Where">The kind of agreement, or the local government and the kind.</param>
/// <param name="Before">Null: it was not there.</param>
/// <param name="After">Null: it is there no more.</param>
internal sealed record SettingDifference(string Where, string Name, string? Before, string? After);

/// <summary>Settings in words: the same for the table, and for what a version changed.</summary>
internal static class SettingsWords
{
    public static IReadOnlyList<SettingLine> LinesOf(KindSettings settings, Language language)
    {
        SettingLine Line(string field, string value) => new(Words.Of(language, $"Fields.Name.{field}"), value);
        SettingLine Days(string field, int? days) => Line($"times.{field}", days?.ToString(CultureInfo.InvariantCulture) ?? Words.Of(language, "Settings.NoTime"));
        var times = settings.Times;
        return
        [
            Line("approval", Words.Of(language, settings.Approval ? "Settings.Yes" : "Settings.No")),
            Line("council", Council(settings.Council, language)),
            Line("centralReview", Words.Of(language, $"Settings.CentralReview.{settings.CentralReview}")),
            Days("approvalWorkingDays", times.ApprovalWorkingDays), Days("centralReviewWorkingDays", times.CentralReviewWorkingDays),
            Days("acknowledgeWorkingDays", times.AcknowledgeWorkingDays), Days("reviewDays", times.ReviewDays), Days("capitalDays", times.CapitalDays),
            Days("capitalExtensionDays", times.CapitalExtensionDays), Days("capitalExtensions", times.CapitalExtensions),
            Days("setSigningDays", times.SetSigningDays), Days("oneSidedDays", times.OneSidedDays), Days("notificationDays", times.NotificationDays),
            Days("idleDraftDays", times.IdleDraftDays), Line("times.remindersBefore", Series(times.RemindersBefore, language)),
            Line("times.noticesBeforeEnd", Series(times.NoticesBeforeEnd, language)),
            new(Words.Of(language, "Settings.Languages"), LanguagesOf(settings, language)),
            Line("retentionYears", settings.RetentionYears is { } years ? Words.Count(language, "Settings.Years", years) : Words.Of(language, "Settings.Permanent")),
        ];
    }

    /// <summary>"The council decides. Local Autonomy Act, art. 47".</summary>
    public static string Council(CouncilRule? rule, Language language) => rule is null
        ? Words.Of(language, "Settings.Council.NotAsked")
        : Words.Of(language, "Settings.Council.WithBasis", Words.Of(language, rule.IsRequired ? "Settings.Council.Required" : "Settings.Council.NotRequired"), rule.LegalBasis);

    public static IReadOnlyList<SettingDifference> Differences(
        AssociationSettings before, AssociationSettings after, IReadOnlyDictionary<LocalGovernmentId, LocalGovernment> governments, Language language) =>
    [
        .. Enum.GetValues<MouKind>().SelectMany(kind => LinesOf(before.Of(kind), language).Zip(LinesOf(after.Of(kind), language))
            .Where(pair => pair.First != pair.Second)
            .Select(pair => new SettingDifference(KindName(kind, language), pair.First.Name, pair.First.Value, pair.Second.Value))),
        .. RuleDifferences(before, after, governments, language),
    ];

    public static string KindName(MouKind kind, Language language) => Words.Of(language, $"Terms.Kind.{kind}");

    public static string OfficeName(LocalGovernmentId office, IReadOnlyDictionary<LocalGovernmentId, LocalGovernment> governments, Language language) =>
        governments.TryGetValue(office, out var found) ? found.Name.In(language) : office.Value;

    private static IEnumerable<SettingDifference> RuleDifferences(
        AssociationSettings before, AssociationSettings after, IReadOnlyDictionary<LocalGovernmentId, LocalGovernment> governments, Language language)
    {
        var name = Words.Of(language, "Fields.Name.council");
        string? In(AssociationSettings settings, (LocalGovernmentId Office, MouKind Kind) place) =>
            settings.CouncilRules.FirstOrDefault(rule => (rule.Office, rule.Kind) == place) is { } rule ? Council(rule.Rule, language) : null;
        return before.CouncilRules.Concat(after.CouncilRules).Select(rule => (rule.Office, rule.Kind)).Distinct()
            .Select(place => new SettingDifference(
                $"{OfficeName(place.Office, governments, language)} · {KindName(place.Kind, language)}", name, In(before, place), In(after, place)))
            .Where(difference => difference.Before != difference.After);
    }

    private static string Series(IReadOnlyList<int> days, Language language) =>
        days.Count == 0 ? Words.Of(language, "Settings.Nothing") : string.Join(", ", days);

    private static string LanguagesOf(KindSettings settings, Language language) => settings.Languages.Count == 0
        ? Words.Of(language, "Settings.NoLanguage")
        : string.Join(", ", settings.Languages.Select(one => LanguageNames.Of(one.Code, language)));
}
