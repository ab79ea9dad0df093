using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Mail;

/// <summary>One mail and what became of it.</summary>
/// <param name="Kind">Null for a mail with a code.</param>
/// <param name="DoneAt">When it was taken by the mail service, given up or found obsolete.</param>
public sealed record MailRow(string Id, MailKind? Kind, EmailAddress To, MailState State, DateTimeOffset QueuedAt, DateTimeOffset? DoneAt);

/// <summary>How far a mail came. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailState>))]
public enum MailState { Queued, Sent, GivenUp, Obsolete }

/// <summary>The mails of each case.</summary>
public sealed class MailLedger
{
    /// <summary>Oldest first.</summary>
    public Task<IReadOnlyList<MailRow>> OfCaseAsync(MouId id, CancellationToken cancel = default) => throw new NotImplementedException();
}
