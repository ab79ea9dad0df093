using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Pages.EmbassyReview;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Functions.EmbassyReview;

/// <summary>An embassy's choices as forms and the API write them.</summary>
public static class Choices
{
    public static IReadOnlyList<string> All => DecisionFields.Decisions;

    public static ReviewChoice? Read(string? choice) => choice switch
    {
        DecisionFields.Accept => ReviewChoice.Accepted,
        DecisionFields.RequestChanges => ReviewChoice.ChangesRequested,
        DecisionFields.Decline => ReviewChoice.Declined,
        _ => null,
    };
}

/// <summary>What is wrong with a decision as it was sent, by the names that form and API share.</summary>
public static class DecisionProblems
{
    public static IReadOnlyList<FieldProblem> Of(SentDecision sent) =>
        [.. Faults(sent).Where(f => f.Fault is not null).Select(f => new FieldProblem(f.Field, f.Fault!.Value))];

    private static IEnumerable<(string Field, FieldFault? Fault)> Faults(SentDecision sent) =>
    [
        ("choice", string.IsNullOrEmpty(sent.Choice) ? FieldFault.Missing : Choices.Read(sent.Choice) is null ? FieldFault.Unknown : null),
        ("name", Plain.Fault(sent.Name, Plain.NameLength)),
        ("reason", sent.Choice == DecisionFields.RequestChanges
            ? Plain.Fault(sent.Reason, Plain.ReasonLength)
            : Plain.FaultIfThere(sent.Reason, Plain.ReasonLength)),
        ("textHash", Plain.Fault(sent.TextHash, 64)),
    ];
}
