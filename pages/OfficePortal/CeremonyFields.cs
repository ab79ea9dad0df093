using System.Globalization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.OfficePortal;

/// <summary>A ceremony as its form has it.</summary>
internal static class CeremonyFields
{
    public static string? ValueOf(string field, Ceremony ceremony, Stage.Signing signing) => field switch
    {
        "place" => ceremony.Place,
        "on" => ceremony.On.ToString("O", CultureInfo.InvariantCulture),
        "time" => ceremony.At?.ToString("HH:mm", CultureInfo.InvariantCulture),
        "zone" => ceremony.Zone,
        "witnesses" => string.Join('\n', ceremony.Witnesses.Select(witness => $"{witness.Name}, {witness.Office}".TrimEnd(',', ' '))),
        _ => SignerIn(field, signing),
    };

    private static string? SignerIn(string field, Stage.Signing signing)
    {
        var signer = (field.StartsWith("localGovernment.", StringComparison.Ordinal) ? signing.LocalGovernment : signing.Counterparty).Signer;
        return field[(field.LastIndexOf('.') + 1)..] switch
        {
            "name" => signer.Name,
            "office" => signer.Office,
            "authority" => signer.Authority,
            _ => null,
        };
    }
}
