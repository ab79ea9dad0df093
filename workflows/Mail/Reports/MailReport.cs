using LocalDiplomacy.Workflows.Orchestrations;

namespace LocalDiplomacy.Workflows.Mail.Reports;

/// <summary>What a mail service says became of a mail that it took.</summary>
public enum MailFate
{
    /// <summary>It is in the reader's mail system: the period that it opens counts from here.</summary>
    Delivered,
    /// <summary>The reader's mail system does not take it just now; the mail service goes on trying.</summary>
    Deferred,
    /// <summary>It came back, or the mail service will not send it.</summary>
    Bounced,
    /// <summary>Its pictures were asked for. We ask for no such report and send no pictures: an account's own setting can.</summary>
    Opened,
    /// <summary>The same, by a program of the reader's mail system, as far as the mail service can tell.</summary>
    OpenedByMachine,
}

/// <summary>One report of the mail service's.</summary>
/// <param name="EventId">Its name: the same report can come again.</param>
/// <param name="At">When it happened, by the mail service's clock.</param>
public sealed record MailReport(string EventId, MailDeliveryInput Mail, MailFate Fate, DateTimeOffset At);
