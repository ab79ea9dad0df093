using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal.Actions;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>What a caller can do with an MOU now.</summary>
public sealed record ActionsAnswer(IReadOnlyList<ActionAnswer> Items);

/// <param name="Name">The last part of the address to post to.</param>
public sealed record ActionAnswer(string Name, IReadOnlyList<ActionFieldAnswer> Fields)
{
    public static ActionAnswer Of(CaseAction action, Mou mou) => new(
        action.Name,
        [
            .. action.NeedsText ? [new(ActionReading.TextField, "line", true, [])] : Array.Empty<ActionFieldAnswer>(),
            .. action.Fields.Select(field => ActionFieldAnswer.Of(field, mou)),
        ]);
}

/// <param name="Form">"line", "lines", "day" (2026-12-01), "moment" (2026-12-01T09:00:00Z), "number", "choice", "mission", "local-government", "address" or "other-mou".</param>
/// <param name="Choices">Of a choice: what makes sense now.</param>
public sealed record ActionFieldAnswer(string Name, string Form, bool IsRequired, IReadOnlyList<string> Choices)
{
    public static ActionFieldAnswer Of(ActionField field, Mou mou) =>
        new(field.Name, KebabCase.Of(field.Form.ToString()), !field.IsOptional, field.OfferedFor(mou));
}
