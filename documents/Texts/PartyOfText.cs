using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Documents.Texts;

/// <summary>A side as it stands in an original: its name, and who signs or signed for it.</summary>
/// <param name="Signature">Given on this very text.</param>
/// <param name="Ceremony">Where and when it is or was signed on paper.</param>
/// <param name="Authority">On what it is signed; null: the office held.</param>
internal sealed record PartyOfText(Side Side, LocalizedText Name, Signer? Signer, Signature? Signature, Ceremony? Ceremony, string? Authority = null)
{
    /// <summary>Nobody signs it by hand.</summary>
    public bool IsSignedElectronically => Signature is { OnPaper: false };

    public string? SignersName => Signature?.Name ?? Signer?.Name;

    public string? SignersOffice => Signature?.Office ?? Signer?.Office;

    public DateOnly? SignsOn => Signature is { } given ? SeoulTime.DayOf(given.SignedAt) : Ceremony?.On;

    /// <summary>Both sides, the original's keeper first.</summary>
    public static (PartyOfText Keeper, PartyOfText Other) Of(TextOriginal original)
    {
        var office = Of(original, Side.LocalGovernment, original.Office.Name);
        var counterparty = Of(original, Side.Counterparty, original.Mou.Particulars.Counterparty.Name);
        return original.For == Side.LocalGovernment ? (office, counterparty) : (counterparty, office);
    }

    private static PartyOfText Of(TextOriginal original, Side side, LocalizedText name) => original.Mou.Stage.Live switch
    {
        Stage.Signing signing when signing.Text == original.Hash => new(
            side, name, signing.On(side).Signer, (signing.On(side) as SigningSide.Signed)?.Signature, (signing.Mode as SigningMode.OnPaper)?.Ceremony,
            signing.On(side).Signer.Authority),
        { Given: { } given } when given.Text == original.Hash => new(side, name, null, given.On(side), given.Paper?.Ceremony, given.Paper?.AuthorityOn(side)),
        _ => new(side, name, null, null, null),
    };
}
