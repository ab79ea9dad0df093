using System.Globalization;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Functions.Api.Requests;

/// <summary>The fields of every action together: each takes its own, and names any other as unknown.</summary>
/// <param name="TextHash">The text that is meant: what GET of the MOU shows.</param>
/// <param name="Matter">Which deadline: "Review", "Approval" …</param>
/// <param name="Holder">Whose link: "Reviewer", "CentralReviewer", "LocalGovernmentSigner" or "CounterpartySigner".</param>
/// <param name="Mission">Left out: the mission that leads.</param>
/// <param name="By">"LocalGovernment" or "Counterparty".</param>
/// <param name="Result">"Passed" or "Rejected".</param>
/// <param name="Other">The id of another MOU of the office.</param>
/// <param name="Successor">The id of the local government that takes the party's place.</param>
/// <param name="Address">Where a link is to go to from now on.</param>
/// <param name="Name">Of the person who reads there; left out: as before.</param>
/// <param name="Proposal">The number under "waiting" of the MOU, or "waitingEnd" of its orchestration: no other is meant.</param>
/// <param name="Witnesses">Each "name, office".</param>
/// <param name="Comment">The number of an embassy's comment.</param>
/// <param name="Verdict">"Accepted", "AcceptedOtherwise" or "Refused".</param>
/// <param name="Answer">The other wording, or the reason of a refusal.</param>
/// <param name="Effect">The name of one under "leftToDo" of the MOU's orchestration.</param>
/// <param name="Mail">The id of one of the MOU's mails that was given up.</param>
/// <param name="Central">The ministry's desk, to send its request again.</param>
public sealed record ActionRequest(
    string? TextHash, string? Reason, string? Reference, string? Session, string? On, string? Result, string? LegalBasis, string? Matter, int? Days,
    string? Mission, string? Holder, string? At, string? From, string? RepairedAt, string? Place, SigningParty? LocalGovernment, SigningParty? Counterparty,
    List<string>? Witnesses, string? SignedOn, string? Until, string? By, string? NotifiedOn, string? EndsOn, string? Other, int? EventNumber, string? Words, string? Successor, CentralDeskForm? Central, string? Address, string? Name,
    int? Proposal, int? Comment, string? Verdict, string? Answer, string? Effect, string? Mail)
{
    /// <summary>As a page's form sends them: by name, without those that are missing.</summary>
    internal IReadOnlyDictionary<string, string> Values() => All().Where(field => field.Value is not null).ToDictionary(field => field.Name, field => field.Value!);

    private IEnumerable<(string Name, string? Value)> All() =>
    [
        ("textHash", TextHash), ("reason", Reason), ("reference", Reference), ("session", Session), ("on", On), ("result", Result), ("legalBasis", LegalBasis),
        ("matter", Matter), ("days", Number(Days)), ("mission", Mission), ("holder", Holder), ("at", At), ("from", From), ("repairedAt", RepairedAt), ("place", Place),
        ("localGovernment.name", LocalGovernment?.Name), ("localGovernment.office", LocalGovernment?.Office),
        ("counterparty.name", Counterparty?.Name), ("counterparty.office", Counterparty?.Office),
        ("witnesses", Witnesses is null ? null : string.Join('\n', Witnesses)), ("signedOn", SignedOn), ("until", Until), ("by", By), ("notifiedOn", NotifiedOn),
        ("endsOn", EndsOn), ("other", Other), ("eventNumber", Number(EventNumber)), ("words", Words), ("successor", Successor),
        ("central.name", Central?.Name), ("central.address", Central?.Address),
        ("address", Address), ("name", Name), ("proposal", Number(Proposal)),
        ("comment", Number(Comment)), ("verdict", Verdict), ("answer", Answer), ("effect", Effect), ("mail", Mail),
    ];

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Who signs for a side on paper.</summary>
public sealed record SigningParty(string? Name, string? Office);
