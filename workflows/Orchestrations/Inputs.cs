namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>Nothing but the id: what is to be done stands in the MOU's partition.</summary>
public sealed record MouCaseInput(string MouId);

/// <summary>One effect of a case, by its name.</summary>
public sealed record CaseEffectInput(string MouId, string Effect);

/// <summary>Nothing but ids: the mail's row says what it is.</summary>
/// <param name="Ledger">The partition of the mail's row: an MOU's id, or the ledger of sign-in mails.</param>
/// <param name="IsShortLived">It holds a code: after some minutes it is of no use.</param>
public sealed record MailDeliveryInput(string Ledger, string MailId, bool IsShortLived = false);

/// <summary>One message to the webhook of alerts: that a notice was opened, or closed.</summary>
public sealed record AlertDeliveryInput(string Notice, bool IsClosed);
