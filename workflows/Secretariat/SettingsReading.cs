using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using static LocalDiplomacy.Workflows.Secretariat.SettingsForm;

namespace LocalDiplomacy.Workflows.Secretariat;

/// <summary>What is wrong with settings, by field.</summary>
internal static class SettingsReading
{
    public static IReadOnlyList<FieldProblem> ProblemsOf(SettingsForm form, IReadOnlyList<LocalGovernment> governments) =>
    [
        .. ReasonProblems(form.Reason), .. KindsProblems(form.Kinds ?? []),
        .. (form.Kinds ?? []).Index().SelectMany(kind => KindProblems($"kinds[{kind.Index}]", kind.Item)),
        .. (form.CouncilRules ?? []).Index().SelectMany(rule => RuleProblems($"councilRules[{rule.Index}]", rule.Item, governments)),
        .. (form.CouncilRules ?? []).Index().Where(rule => (form.CouncilRules ?? []).Take(rule.Index).Any(other => IsForTheSame(other, rule.Item)))
            .Select(rule => new FieldProblem($"councilRules[{rule.Index}]", FieldFault.Duplicate)),
    ];

    private static bool IsForTheSame(LocalCouncilRule? a, LocalCouncilRule? b) => a is not null && b is not null && a.Kind == b.Kind && a.Office == b.Office;

    private static IEnumerable<FieldProblem> ReasonProblems(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) yield return new("reason", FieldFault.Missing);
        else if (reason.Length > LongestReason) yield return new("reason", FieldFault.TooLong);
    }

    /// <summary>A kind that was left out would go without steps, and nobody would have said so.</summary>
    private static IEnumerable<FieldProblem> KindsProblems(List<KindSettings> kinds)
    {
        if (Enum.GetValues<MouKind>().Except(kinds.Select(kind => kind?.Kind ?? (MouKind)(-1))).Any()) yield return new("kinds", FieldFault.Missing);
        if (kinds.GroupBy(kind => kind?.Kind).Any(same => same.Count() > 1)) yield return new("kinds", FieldFault.Duplicate);
    }

    private static IEnumerable<FieldProblem> KindProblems(string field, KindSettings? kind) =>
        kind is null ? [new(field, FieldFault.Missing)]
        :
        [
            .. When(!Enum.IsDefined(kind.Kind), $"{field}.kind", FieldFault.Unknown),
            .. BasisProblems($"{field}.council.legalBasis", kind.Council),
            .. When(!Enum.IsDefined(kind.CentralReview), $"{field}.centralReview", FieldFault.Unknown),
            .. When(kind.RetentionYears is < 1 or > LongestRetention, $"{field}.retentionYears", FieldFault.YearsOutOfRange),
            .. LanguageProblems($"{field}.languages", kind.Languages),
            .. kind.Times is null ? [new($"{field}.times", FieldFault.Missing)] : TimeProblems($"{field}.times", kind.Times),
        ];

    private static IEnumerable<FieldProblem> LanguageProblems(string field, IReadOnlyList<Language>? languages) => languages switch
    {
        null => [new(field, FieldFault.Missing)],
        { Count: > 3 } => [new(field, FieldFault.TooManyLanguages)],
        _ when languages.Any(language => !LanguageCodes.IsOne(language.Code)) => [new(field, FieldFault.Unknown)],
        _ => When(languages.Distinct().Count() < languages.Count, field, FieldFault.Duplicate),
    };

    /// <summary>An extension may be none, a time may not.</summary>
    private static IEnumerable<FieldProblem> TimeProblems(string field, StageTimes times) =>
    [
        .. DaysOf(times).Where(time => time.Days is < 1 or > LongestDays).Select(time => new FieldProblem($"{field}.{time.Name}", FieldFault.DaysOutOfRange)),
        .. NumbersOf(times).Where(number => number.Value is < 0 or > LongestDays).Select(number => new FieldProblem($"{field}.{number.Name}", FieldFault.NumberOutOfRange)),
        .. SeriesProblems($"{field}.remindersBefore", times.RemindersBefore), .. SeriesProblems($"{field}.noticesBeforeEnd", times.NoticesBeforeEnd),
    ];

    private static IEnumerable<(string Name, int Days)> DaysOf(StageTimes times) =>
    [
        ("approvalWorkingDays", times.ApprovalWorkingDays), ("centralReviewWorkingDays", times.CentralReviewWorkingDays),
        ("acknowledgeWorkingDays", times.AcknowledgeWorkingDays ?? 1), ("reviewDays", times.ReviewDays), ("capitalDays", times.CapitalDays),
        ("setSigningDays", times.SetSigningDays), ("oneSidedDays", times.OneSidedDays),
        ("notificationDays", times.NotificationDays ?? 1), ("idleDraftDays", times.IdleDraftDays),
    ];

    private static IEnumerable<(string Name, int Value)> NumbersOf(StageTimes times) =>
        [("capitalExtensionDays", times.CapitalExtensionDays), ("capitalExtensions", times.CapitalExtensions)];

    private static IEnumerable<FieldProblem> SeriesProblems(string field, IReadOnlyList<int>? days) => days switch
    {
        null => [new(field, FieldFault.Missing)],
        { Count: > MostReminders } => [new(field, FieldFault.TooMany)],
        _ => When(days.Any(day => day is < 1 or > LongestDays), field, FieldFault.DaysOutOfRange),
    };

    private static IEnumerable<FieldProblem> RuleProblems(string field, LocalCouncilRule? rule, IReadOnlyList<LocalGovernment> governments) =>
        rule is null ? [new(field, FieldFault.Missing)]
        :
        [
            .. When(governments.All(government => government.Id != rule.Office), $"{field}.office", FieldFault.NoSuchLocalGovernment),
            .. When(!Enum.IsDefined(rule.Kind), $"{field}.kind", FieldFault.Unknown),
            .. rule.Rule is null ? [new($"{field}.rule", FieldFault.Missing)] : BasisProblems($"{field}.rule.legalBasis", rule.Rule),
        ];

    /// <summary>A step that somebody is put through is never presented as law without saying which.</summary>
    private static IEnumerable<FieldProblem> BasisProblems(string field, CouncilRule? rule) =>
    [
        .. When(rule is not null && string.IsNullOrWhiteSpace(rule.LegalBasis), field, FieldFault.LegalBasisMissing),
        .. When(rule?.LegalBasis?.Length > LongestBasis, field, FieldFault.TooLong),
    ];

    private static IEnumerable<FieldProblem> When(bool isSo, string field, FieldFault fault) => isSo ? [new(field, fault)] : [];
}
