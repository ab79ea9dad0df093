namespace LocalDiplomacy.Functions.Api.Requests;

// Every field can be missing when it is read: what is missing is then said by name, all at once.

public sealed record WithdrawRequest(string? Reason);

/// <param name="Choice">"accept", "request-changes" or "decline".</param>
/// <param name="Reason">Needed to request changes.</param>
/// <param name="ReasonIsPublic">True unless said otherwise.</param>
/// <param name="Code">The six digits of the mail that POST …/code sent.</param>
/// <param name="Device">What a former right code gave, instead of a code.</param>
public sealed record DecisionRequest(
    string? Choice, string? Name, string? Reason, bool? ReasonIsPublic, string? TextHash, string? Code, string? Device);

/// <param name="Choice">"acknowledge", "refer-to-capital", "extend-capital", "return-from-capital", "hand-over" or "ask-for-resend".</param>
/// <param name="ColleagueName">To hand over: who takes the review on.</param>
/// <param name="ColleagueAddress">To hand over: where the new link goes to, and nowhere else.</param>
/// <param name="Unreadable">To ask for the document again: what cannot be read.</param>
/// <param name="Code">The six digits of the mail that POST …/code sent.</param>
/// <param name="Device">What a former right code gave, instead of a code.</param>
public sealed record StepRequest(
    string? Choice, string? Name, string? ColleagueName, string? ColleagueAddress, string? Unreadable, string? Code, string? Device);

/// <param name="Clause">The clause's number, from 1.</param>
/// <param name="Version">The language of the proposed wording; left out: the clause as such.</param>
/// <param name="Words">What there is to say; may be left out beside a wording.</param>
/// <param name="Proposed">The wording that the embassy would have.</param>
/// <param name="Code">The six digits of the mail that POST …/code sent.</param>
/// <param name="Device">What a former right code gave, instead of a code.</param>
public sealed record CommentRequest(
    int? Clause, string? Version, string? Words, string? Proposed, string? Name, string? TextHash, string? Code, string? Device);

/// <param name="Code">The six digits of the mail that POST …/code sent.</param>
/// <param name="Device">What a former right code gave, instead of a code.</param>
public sealed record TakeBackRequest(string? Name, string? Code, string? Device);

/// <param name="Answer">"no-objection", "comments" or "objection".</param>
/// <param name="Comments">Needed for comments and objections.</param>
/// <param name="Code">The six digits of the mail that POST …/code sent.</param>
/// <param name="Device">What a former right code gave, instead of a code.</param>
public sealed record CentralAnswerRequest(string? Answer, string? Name, string? Comments, string? TextHash, string? Code, string? Device);

/// <param name="Intent">True: the sentence under "intent" of GET is what the signer means.</param>
public sealed record SignatureRequest(string? Name, string? Office, bool? Intent, string? TextHash, string? Code, string? Device);

/// <param name="Label">What the key is for, for people.</param>
/// <param name="Days">How long it is to hold, from 1 to 365; left out: 365.</param>
public sealed record KeyRequest(string? Label, int? Days);

/// <param name="Id">Left out, or the one of the address.</param>
/// <param name="Name">In ko and en.</param>
/// <param name="ValidTo">The last day.</param>
/// <param name="Successors">Who takes its place from the day after.</param>
/// <param name="Reason">Why, for the table's history.</param>
public sealed record LocalGovernmentRequest(
    string? Id, int? Level, string? Parent, string? Type, Dictionary<string, string>? Name, string? ValidFrom, string? ValidTo, List<string>? Successors, string? Reason);

/// <param name="Id">Left out, or the one of the address.</param>
/// <param name="Country">In ko, en, fr and es; the name too.</param>
/// <param name="ClosedDays">"2026-12-24" for once, "08-17" for each year.</param>
/// <param name="Reason">Why, for the table's history.</param>
public sealed record MissionRequest(
    string? Id, Dictionary<string, string>? Country, Dictionary<string, string>? Name, string? Region, string? Language, string? TimeZone,
    List<string>? ClosedDays, string? ValidFrom, string? ValidTo, string? Reason);

/// <param name="Address">Where the mission's reviews are to go.</param>
/// <param name="Reason">How the author knows: the other administrator reads it.</param>
public sealed record ContactRequest(string? Address, string? Reason);

/// <param name="Proposal">The number under "waiting" of the mission: no other is meant.</param>
public sealed record ProposalRequest(int? Proposal);

/// <param name="Query">What stands behind the question mark of GET /api/desk/mous.</param>
/// <param name="Shared">For everybody of the association.</param>
public sealed record ViewRequest(string? Name, string? Query, bool? Shared);

/// <param name="Reason">What the administrator found or does about it.</param>
public sealed record AcknowledgeRequest(string? Reason);
