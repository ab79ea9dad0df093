using LocalDiplomacy.Pages.Administration.Settings;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Secretariat;

namespace LocalDiplomacy.Pages.Tests.Samples;

/// <summary>Two versions of an association's settings.</summary>
public static class SampleSettings
{
    private static readonly LocalCouncilRule rule = new(new("28"), MouKind.Friendship, new(true, "인천광역시 국제교류 조례 제9조"));

    private static readonly AssociationSettings second = AssociationSettings.Default with
    {
        Version = 2,
        CouncilRules = [rule],
        Kinds = [.. AssociationSettings.Default.Kinds.Select(kind => kind.Kind == MouKind.Friendship
            ? kind with { RetentionYears = 30, CentralReview = CentralReviewMode.Binding, Times = kind.Times with { ReviewDays = 45, AcknowledgeWorkingDays = null } }
            : kind)],
    };

    public static readonly IReadOnlyDictionary<LocalGovernmentId, LocalGovernment> Governments = SampleReference.Governments.ToDictionary(government => government.Id);

    public static readonly IReadOnlyList<RuleFields> Rules = [RuleFields.Of(rule)];

    public static readonly IReadOnlyList<StoredSettings> Versions =
    [
        new(second, SampleReference.Proposer, SampleCase.Start.AddDays(2), "Incheon's ordinance; embassies asked for more time"),
        new(AssociationSettings.Default, SampleReference.Proposer, SampleCase.Start, "As the secretariat proposed"),
    ];

    public static readonly IReadOnlyList<FieldProblem> KindProblems =
    [
        new("council.legalBasis", FieldFault.LegalBasisMissing), new("centralReview", FieldFault.Unknown), new("times.reviewDays", FieldFault.DaysOutOfRange),
        new("times.capitalExtensions", FieldFault.NumberOutOfRange), new("times.remindersBefore", FieldFault.TooMany), new("languages", FieldFault.TooManyLanguages),
        new("retentionYears", FieldFault.YearsOutOfRange), new("reason", FieldFault.Missing),
    ];
}
