namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>Nothing but the id: what is to be done stands in the MOU's partition.</summary>
public sealed record MouCaseInput(string MouId);

/// <summary>Nothing but ids: the mail's row says what it is.</summary>
/// <param name="Ledger">The partition of the mail's row: an MOU's id, or the ledger of sign-in mails.</param>
public sealed record MailDeliveryInput(string Ledger, string MailId);
