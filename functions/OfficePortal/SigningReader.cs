using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>Turns what an office sent about its signers into the command, or says what is wrong with each field.</summary>
public static class SigningReader
{
    public static (MouCommand.OpenSigning? Command, IReadOnlyList<FieldProblem> Problems) Read(SigningForm form)
    {
        List<FieldProblem> problems =
        [
            .. Problem("textHash", Plain.Fault(form.TextHash, 64)),
            .. ProblemsOf("localGovernment", form.LocalGovernment),
            .. ProblemsOf("counterparty", form.Counterparty),
            .. Problem("agreementStatement", Plain.Fault(form.AgreementStatement, Plain.ReasonLength)),
        ];
        return problems.Count > 0 ? (null, problems)
            : (new(new(form.TextHash!), Signer(Side.LocalGovernment, form.LocalGovernment!), Signer(Side.Counterparty, form.Counterparty!),
                new(form.AgreementStatement!.Trim())), problems);
    }

    private static IEnumerable<FieldProblem> ProblemsOf(string side, SignerForm? signer) =>
    [
        .. Problem($"{side}.name", Plain.Fault(signer?.Name, Plain.NameLength)),
        .. Problem($"{side}.office", Plain.Fault(signer?.Office, Plain.NameLength)),
        .. Problem($"{side}.address", Plain.AddressFault(signer?.Address)),
        .. Problem($"{side}.language", LanguageFault(signer?.Language)),
    ];

    private static IEnumerable<FieldProblem> Problem(string field, FieldFault? fault) =>
        fault is { } wrong ? [new(field, wrong)] : [];

    private static FieldFault? LanguageFault(string? language) =>
        string.IsNullOrWhiteSpace(language) ? FieldFault.Missing : Reader.Known(language) is null ? FieldFault.Unknown : null;

    private static Signer Signer(Side side, SignerForm form) =>
        new(side, form.Name!.Trim(), form.Office!.Trim(), EmailAddress.From(form.Address!), Reader.Known(form.Language)!.Value);
}
