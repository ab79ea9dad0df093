using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;

namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>decisions.json: which event decided what on which text.</summary>
/// <param name="Link">The event's link of the chain.</param>
internal sealed record EvidenceDecision(int Event, string Type, TextHash Text, string Link);

/// <summary>mails.json: one mail and what became of it.</summary>
internal sealed record EvidenceMail(string Id, MailKind? Kind, EmailAddress To, MailState State, DateTimeOffset QueuedAt, DateTimeOffset? DoneAt)
{
    public static EvidenceMail Of(MailRow row) => new(row.Id, row.Kind, row.To, row.State, row.QueuedAt, row.DoneAt);
}
