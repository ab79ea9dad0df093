using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.Screening;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>Turns what an office sent with a submission into the command, or says what is wrong with each field.</summary>
public static class SubmissionReader
{
    public static IReadOnlyList<FieldProblem> ProblemsOf(SubmissionForm form) =>
    [
        .. Problem("textHash", Plain.Fault(form.TextHash, 64)),
        .. HasDesk(form) ? Problem("central.name", Plain.Fault(form.Central!.Name, Plain.NameLength)) : [],
        .. HasDesk(form) ? Problem("central.address", Plain.AddressFault(form.Central!.Address)) : [],
        .. Problem("warningsBecause", Plain.FaultIfThere(form.WarningsBecause, Plain.ReasonLength)),
    ];

    public static MouCommand.SubmitDraft CommandOf(SubmissionForm form, Mou mou, IReadOnlyList<Reviewer> reviewers, IReadOnlyList<Finding> warnings) => new(
        new(form.TextHash!), reviewers[0], reviewers.Count > 1 ? [.. reviewers.Skip(1)] : null, DeskOf(form, mou),
        warnings.Count == 0 ? null : new(warnings, string.IsNullOrWhiteSpace(form.WarningsBecause) ? null : form.WarningsBecause.Trim()));

    /// <summary>Where none is named the desk of the last round is asked again; where no central review is held nobody is.</summary>
    private static CentralDesk? DeskOf(SubmissionForm form, Mou mou) =>
        mou.Rules.CentralReview == CentralReviewMode.Off ? null
        : HasDesk(form) ? new(form.Central!.Name!.Trim(), EmailAddress.From(form.Central.Address!), Language.Korean)
        : mou.Rounds is [.., { Central: { } former }] ? former : null;

    private static bool HasDesk(SubmissionForm form) => !string.IsNullOrWhiteSpace(form.Central?.Name) || !string.IsNullOrWhiteSpace(form.Central?.Address);

    private static IEnumerable<FieldProblem> Problem(string field, FieldFault? fault) => fault is { } wrong ? [new(field, wrong)] : [];
}
