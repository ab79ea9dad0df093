using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>A page of alerts, the newest first.</summary>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
public sealed record AlertListAnswer(IReadOnlyList<AlertAnswer> Items, string? Next)
{
    public static AlertListAnswer Of(Page<Alert> page) => new([.. page.Items.Select(AlertAnswer.Of)], page.Next);
}

/// <summary>One cause for somebody to look.</summary>
/// <param name="Kind">"orchestration-missing", "orchestration-failed", "orchestration-stopped", "effects-left", "mail-given-up", "case-unreadable" or "part-unwell".</param>
/// <param name="Mou">The MOU that it is about; null where it is about none.</param>
/// <param name="Mail">The mail that it is about.</param>
/// <param name="Part">The part of the program that it is about.</param>
/// <param name="ErrorType">Or why a mail was given up.</param>
/// <param name="Tries">How often the program tried to mend it.</param>
/// <param name="Notice">What administrators and the webhook were told of it by; null: not yet.</param>
/// <param name="End">"well-again", "tried-again", "over" or "settled"; null while it is open.</param>
public sealed record AlertAnswer(
    string Id, string Kind, MouId? Mou, LocalizedText? Title, string? Mail, string? Part, string? ErrorType, DateTimeOffset OpenedAt, int Tries, DateTimeOffset? TriedAt, string? Notice,
    DateTimeOffset? ClosedAt, string? End, IReadOnlyList<AcknowledgementAnswer> Acknowledgements)
{
    public static AlertAnswer Of(Alert alert) => new(
        alert.Id, KebabCase.Of(alert.Kind.ToString()), alert.Mou, alert.Title, alert.Kind == AlertKind.MailGivenUp ? alert.Subject.Split('|')[^1] : null,
        alert.Kind == AlertKind.PartUnwell ? alert.Subject : null, alert.Detail, alert.OpenedAt, alert.Tries, alert.TriedAt, alert.Notice, alert.ClosedAt,
        alert.End is { } end ? KebabCase.Of(end.ToString()) : null, [.. alert.Acknowledgements.Select(seen => new AcknowledgementAnswer(seen.At, seen.Name, seen.Reason))]);
}

/// <summary>That an administrator saw an alert.</summary>
public sealed record AcknowledgementAnswer(DateTimeOffset At, string Name, string Reason);
