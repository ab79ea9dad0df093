using System.Globalization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Administration.Settings;

/// <summary>One kind's settings as a form has them: what was typed stays what was typed, readable or not.</summary>
/// <param name="Said">By the name of the input: "times.reviewDays".</param>
public sealed record KindFields(IReadOnlyDictionary<string, string> Said, IReadOnlyList<string> Languages)
{
    /// <summary>What a number is that is none: it is out of every range, so the checks name its field.</summary>
    private const int NoNumber = -1;

    public const string NotAsked = "NotAsked";
    public const string Required = "Required";
    public const string NotRequired = "NotRequired";

    public string this[string field] => Said.GetValueOrDefault(field, "");

    public static KindFields Of(KindSettings settings) => new(
        new Dictionary<string, string>
        {
            ["approval"] = settings.Approval ? "true" : "",
            ["council"] = settings.Council switch { null => NotAsked, { IsRequired: true } => Required, _ => NotRequired },
            ["council.legalBasis"] = settings.Council?.LegalBasis ?? "",
            ["centralReview"] = settings.CentralReview.ToString(),
            ["retentionYears"] = Shown(settings.RetentionYears),
            ["times.approvalWorkingDays"] = Shown(settings.Times.ApprovalWorkingDays),
            ["times.centralReviewWorkingDays"] = Shown(settings.Times.CentralReviewWorkingDays),
            ["times.acknowledgeWorkingDays"] = Shown(settings.Times.AcknowledgeWorkingDays),
            ["times.reviewDays"] = Shown(settings.Times.ReviewDays),
            ["times.capitalDays"] = Shown(settings.Times.CapitalDays),
            ["times.capitalExtensionDays"] = Shown(settings.Times.CapitalExtensionDays),
            ["times.capitalExtensions"] = Shown(settings.Times.CapitalExtensions),
            ["times.setSigningDays"] = Shown(settings.Times.SetSigningDays),
            ["times.oneSidedDays"] = Shown(settings.Times.OneSidedDays),
            ["times.notificationDays"] = Shown(settings.Times.NotificationDays),
            ["times.idleDraftDays"] = Shown(settings.Times.IdleDraftDays),
            ["times.remindersBefore"] = string.Join(' ', settings.Times.RemindersBefore),
            ["times.noticesBeforeEnd"] = string.Join(' ', settings.Times.NoticesBeforeEnd),
        },
        [.. settings.Languages.Select(language => language.Code)]);

    /// <summary>The settings that were meant; what could not be read is out of range and is refused at its field.</summary>
    public KindSettings Read(MouKind kind) => new(
        kind, this["approval"] == "true", Council(),
        Enum.TryParse<CentralReviewMode>(this["centralReview"], out var mode) ? mode : (CentralReviewMode)NoNumber,
        Times(), [.. Languages.Select(code => new Language(code))], Optional("retentionYears"));

    private CouncilRule? Council() => this["council"] == NotAsked ? null : new(this["council"] == Required, this["council.legalBasis"].Trim());

    private StageTimes Times() => new(
        Number("times.approvalWorkingDays"), Number("times.centralReviewWorkingDays"), Optional("times.acknowledgeWorkingDays"),
        Number("times.reviewDays"), Number("times.capitalDays"), Number("times.capitalExtensionDays"), Number("times.capitalExtensions"),
        Number("times.setSigningDays"), Number("times.oneSidedDays"), Optional("times.notificationDays"), Number("times.idleDraftDays"),
        Several("times.remindersBefore"), Several("times.noticesBeforeEnd"));

    private int Number(string field) => NumberIn(this[field]);

    private int? Optional(string field) => string.IsNullOrWhiteSpace(this[field]) ? null : Number(field);

    /// <summary>The earliest reminder first, each once.</summary>
    private List<int> Several(string field) =>
        [.. this[field].Split((char[])[' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(NumberIn).Distinct().OrderDescending()];

    private static int NumberIn(string said) =>
        int.TryParse(said.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : NoNumber;

    private static string Shown(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A local government's own rule as a form has it.</summary>
public sealed record RuleFields(string Office, string Kind, string IsRequired, string LegalBasis)
{
    public static readonly RuleFields Empty = new("", nameof(MouKind.Friendship), "true", "");

    /// <summary>A line that was left as it came says nothing.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Office) && string.IsNullOrWhiteSpace(LegalBasis);

    public static RuleFields Of(LocalCouncilRule rule) =>
        new(rule.Office.Value, rule.Kind.ToString(), rule.Rule.IsRequired ? "true" : "false", rule.Rule.LegalBasis);

    public LocalCouncilRule Read() => new(
        new(Office), Enum.TryParse<MouKind>(Kind, out var kind) ? kind : (MouKind)(-1), new(IsRequired == "true", LegalBasis.Trim()));
}
