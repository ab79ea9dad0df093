using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.Secretariat;

/// <summary>The settings as an administrator sends them, as a whole: nothing is checked yet, anything can be missing.</summary>
/// <param name="Kinds">One for each kind of agreement.</param>
/// <param name="CouncilRules">What ordinances of single local governments demand, each with its legal basis.</param>
/// <param name="Reason">Why, for the record.</param>
public sealed record SettingsForm(List<KindSettings>? Kinds, List<LocalCouncilRule>? CouncilRules, string? Reason);

/// <summary>What is wrong with settings, by field.</summary>
internal static class SettingsReading
{
    private const int LongestDays = 3650;
    private const int LongestBasis = 300;
    private const int LongestReason = 1000;

    public static IReadOnlyList<FieldProblem> ProblemsOf(SettingsForm form, IReadOnlyList<LocalGovernment> governments) =>
    [
        .. ReasonProblems(form.Reason), .. KindsProblems(form.Kinds ?? []),
        .. (form.Kinds ?? []).Index().SelectMany(kind => KindProblems($"kinds[{kind.Index}]", kind.Item)),
        .. (form.CouncilRules ?? []).Index().SelectMany(rule => RuleProblems($"councilRules[{rule.Index}]", rule.Item, governments)),
        .. (form.CouncilRules ?? []).Index().Where(rule => (form.CouncilRules ?? []).Take(rule.Index).Any(other => other.Kind == rule.Item.Kind && other.Office == rule.Item.Office))
            .Select(rule => new FieldProblem($"councilRules[{rule.Index}]", FieldFault.Duplicate)),
    ];

    private static IEnumerable<FieldProblem> ReasonProblems(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) yield return new("reason", FieldFault.Missing);
        else if (reason.Length > LongestReason) yield return new("reason", FieldFault.TooLong);
    }

    /// <summary>A kind that was left out would go without steps, and nobody would have said so.</summary>
    private static IEnumerable<FieldProblem> KindsProblems(List<KindSettings> kinds)
    {
        if (Enum.GetValues<MouKind>().Except(kinds.Select(kind => kind.Kind)).Any()) yield return new("kinds", FieldFault.Missing);
        if (kinds.GroupBy(kind => kind.Kind).Any(same => same.Count() > 1)) yield return new("kinds", FieldFault.Duplicate);
    }

    private static IEnumerable<FieldProblem> KindProblems(string field, KindSettings kind)
    {
        if (kind.Council is { } council && BasisFault(council.LegalBasis) is { } fault) yield return new($"{field}.council.legalBasis", fault);
        if (kind.RetentionYears is < 1 or > 1000) yield return new($"{field}.retentionYears", FieldFault.Malformed);
        if (kind.Languages is null) yield return new($"{field}.languages", FieldFault.Missing);
        else if (kind.Languages.Count > 3) yield return new($"{field}.languages", FieldFault.TooManyLanguages);
        else if (kind.Languages.Any(language => !LanguageCodes.IsOne(language.Code))) yield return new($"{field}.languages", FieldFault.Unknown);
        if (kind.Times is null) yield return new($"{field}.times", FieldFault.Missing);
        else
            foreach (var time in TimesOf(kind.Times).Where(time => time.Days is < 0 or > LongestDays)) yield return new($"{field}.times.{time.Name}", FieldFault.Malformed);
    }

    /// <summary>An extension may be none, a time may not.</summary>
    private static IEnumerable<(string Name, int Days)> TimesOf(StageTimes times) =>
    [
        ("approvalWorkingDays", AtLeastOne(times.ApprovalWorkingDays)), ("centralReviewWorkingDays", AtLeastOne(times.CentralReviewWorkingDays)),
        ("acknowledgeWorkingDays", AtLeastOne(times.AcknowledgeWorkingDays ?? 1)), ("reviewDays", AtLeastOne(times.ReviewDays)),
        ("capitalDays", AtLeastOne(times.CapitalDays)), ("capitalExtensionDays", times.CapitalExtensionDays), ("capitalExtensions", times.CapitalExtensions),
        ("setSigningDays", AtLeastOne(times.SetSigningDays)), ("oneSidedDays", AtLeastOne(times.OneSidedDays)),
        ("notificationDays", AtLeastOne(times.NotificationDays ?? 1)), ("idleDraftDays", AtLeastOne(times.IdleDraftDays)),
        .. (times.RemindersBefore ?? [0]).Select(days => ("remindersBefore", AtLeastOne(days))),
        .. (times.NoticesBeforeEnd ?? [0]).Select(days => ("noticesBeforeEnd", AtLeastOne(days))),
    ];

    private static int AtLeastOne(int days) => days < 1 ? -1 : days;

    private static IEnumerable<FieldProblem> RuleProblems(string field, LocalCouncilRule rule, IReadOnlyList<LocalGovernment> governments)
    {
        if (governments.All(government => government.Id != rule.Office)) yield return new($"{field}.office", FieldFault.Unknown);
        if (rule.Rule is null) yield return new($"{field}.rule", FieldFault.Missing);
        else if (BasisFault(rule.Rule.LegalBasis) is { } fault) yield return new($"{field}.rule.legalBasis", fault);
    }

    /// <summary>A step that somebody is put through is never presented as law without saying which.</summary>
    private static FieldFault? BasisFault(string? basis) =>
        string.IsNullOrWhiteSpace(basis) ? FieldFault.Missing : basis.Length > LongestBasis ? FieldFault.TooLong : null;
}
