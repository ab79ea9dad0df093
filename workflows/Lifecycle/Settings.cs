using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Deadlines;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>
/// What an association switched on, for which kind of agreement, and with which times. Immutable: a change is the next
/// version. A case carries the settings that it was started with in its first event and keeps them.
/// </summary>
/// <param name="Version">From 1; 0 for <see cref="StepsOff"/>.</param>
/// <param name="CouncilRules">What ordinances of single local governments demand beyond the law.</param>
public sealed record AssociationSettings(int Version, IReadOnlyList<KindSettings> Kinds, IReadOnlyList<LocalCouncilRule> CouncilRules)
{
    /// <summary>Proposed beginnings: nothing in here is law but what <see cref="CouncilRule.LegalBasis"/> names.</summary>
    public static readonly AssociationSettings Default = new(1, [.. Enum.GetValues<MouKind>().Select(KindSettings.DefaultFor)], []);

    /// <summary>Straight to the embassy, and in effect with the second signature: the way of cases without settings.</summary>
    public static readonly AssociationSettings StepsOff = new(0, [.. Enum.GetValues<MouKind>().Select(KindSettings.WithoutSteps)], []);

    /// <summary>What holds for a kind; a kind that these settings do not know goes without steps.</summary>
    public KindSettings Of(MouKind kind) => Kinds.FirstOrDefault(settings => settings.Kind == kind) ?? KindSettings.WithoutSteps(kind);

    /// <summary>What holds for a kind at one local government.</summary>
    public KindSettings Of(MouKind kind, LocalGovernmentId office) =>
        CouncilRules.FirstOrDefault(rule => rule.Kind == kind && rule.Office == office) is { } local
            ? Of(kind) with { Council = local.Rule }
            : Of(kind);

    /// <summary>The part that a case of this office needs.</summary>
    public AssociationSettings ForOffice(LocalGovernmentId office) => this with { CouncilRules = [.. CouncilRules.Where(rule => rule.Office == office)] };
}

/// <summary>What holds for one kind of agreement.</summary>
/// <param name="Approval">Whether the head of the office approves a draft before it leaves the house.</param>
/// <param name="Council">Null: the council is not asked, and nothing is said about it.</param>
/// <param name="Languages">That a text must have; empty where none is demanded.</param>
/// <param name="RetentionYears">From 1 January of the year after completion; null: permanent.</param>
public sealed record KindSettings(
    MouKind Kind, bool Approval, CouncilRule? Council, CentralReviewMode CentralReview, StageTimes Times,
    IReadOnlyList<Language> Languages, int? RetentionYears)
{
    internal static KindSettings DefaultFor(MouKind kind) =>
        new(kind, true, CouncilRule.DefaultFor(kind), CentralReviewMode.Advisory, StageTimes.Default, [Language.Korean], DefaultTimes.RetentionYears);

    internal static KindSettings WithoutSteps(MouKind kind) =>
        new(kind, false, null, CentralReviewMode.Off, StageTimes.WithoutSteps, [], null);
}

/// <summary>Whether the local council decides, and which law says so.</summary>
public sealed record CouncilRule(bool IsRequired, string LegalBasis)
{
    /// <summary>The Local Autonomy Act leaves ties of sisterhood to the council; ordinances may add more.</summary>
    internal static CouncilRule DefaultFor(MouKind kind) => kind == MouKind.Sisterhood
        ? new(true, "지방자치법 제47조 (Local Autonomy Act, art. 47)")
        : new(false, "지방자치법 제47조에 해당하지 않음 (not within Local Autonomy Act, art. 47)");
}

/// <summary>A local ordinance's own rule: Seoul's council also decides on ties of friendship.</summary>
public sealed record LocalCouncilRule(LocalGovernmentId Office, MouKind Kind, CouncilRule Rule);

/// <summary>How far the central review binds. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CentralReviewMode>))]
public enum CentralReviewMode
{
    Off,
    /// <summary>An answer is recorded and blocks nothing; no answer in time is recorded as lapsed, never as approved.</summary>
    Advisory,
    /// <summary>An objection ends the matter, and nothing goes on without an answer.</summary>
    Binding,
}

/// <summary>How long each step may take. Null: that step has no time of its own.</summary>
public sealed record StageTimes(
    int ApprovalWorkingDays, int CentralReviewWorkingDays, int? AcknowledgeWorkingDays, int ReviewDays, int CapitalDays, int CapitalExtensionDays,
    int CapitalExtensions, int SetSigningDays, int OneSidedDays, int? NotificationDays, int IdleDraftDays, IReadOnlyList<int> RemindersBefore,
    IReadOnlyList<int> NoticesBeforeEnd)
{
    public static readonly StageTimes Default = new(
        DefaultTimes.ApprovalWorkingDays, DefaultTimes.CentralReviewWorkingDays, DefaultTimes.AcknowledgeWorkingDays, DefaultTimes.ReviewAnswerDays,
        DefaultTimes.CapitalDays, DefaultTimes.CapitalExtensionDays, DefaultTimes.CapitalExtensions, DefaultTimes.SetSigningDays,
        (int)DefaultTimes.SignatureReminderAfter.TotalDays, DefaultTimes.NotificationDays, (int)DefaultTimes.IdleDraftReminderAfter.TotalDays,
        DefaultTimes.ReviewRemindersBefore, DefaultTimes.NoticesBeforeEnd);

    /// <summary>Nobody need acknowledge, and nobody is notified.</summary>
    public static readonly StageTimes WithoutSteps = Default with { AcknowledgeWorkingDays = null, NotificationDays = null };
}
