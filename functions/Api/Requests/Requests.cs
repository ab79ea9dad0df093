namespace LocalDiplomacy.Functions.Api.Requests;

// Every field can be missing when it is read: what is missing is then said by name, all at once.

/// <param name="TextHash">The text that is meant: what GET of the MOU shows.</param>
public sealed record SubmitRequest(string? TextHash);

public sealed record WithdrawRequest(string? Reason);

/// <param name="Choice">"accept", "request-changes" or "decline".</param>
/// <param name="Reason">Needed to request changes.</param>
/// <param name="ReasonIsPublic">True unless said otherwise.</param>
/// <param name="Code">The six digits of the mail that POST …/code sent.</param>
/// <param name="Device">What a former right code gave, instead of a code.</param>
public sealed record DecisionRequest(
    string? Choice, string? Name, string? Reason, bool? ReasonIsPublic, string? TextHash, string? Code, string? Device);

/// <param name="Intent">True: the sentence under "intent" of GET is what the signer means.</param>
public sealed record SignatureRequest(string? Name, string? Office, bool? Intent, string? TextHash, string? Code, string? Device);

/// <param name="Label">What the key is for, for people.</param>
public sealed record KeyRequest(string? Label);
