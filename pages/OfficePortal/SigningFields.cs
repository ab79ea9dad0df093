using LocalDiplomacy.Workflows.OfficePortal;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Pages.OfficePortal;

/// <summary>Reads the form that prepares a signing: text, agreement, and name, office, address and language of both signers.</summary>
public static class SigningFields
{
    public static SigningForm Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(form["text"], Signer(form, "localGovernment."), Signer(form, "counterparty."), form["agreementStatement"]);
    }

    private static SignerForm Signer(IFormCollection form, string side) =>
        new(form[side + "name"], form[side + "office"], form[side + "address"], form[side + "language"]);
}
