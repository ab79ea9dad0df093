using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// Signing by link, both sides, on the one text that was agreed.
public static partial class MouLifecycle
{
    private static Decision DecideOpenSigning(OpenSigning open, Mou mou) => mou.Stage switch
    {
        Stage.Agreed agreed when agreed.Text != open.Text => Refuse(Refusal.TextChanged),
        Stage.Agreed => WhatIsMissing(open) is { } missing
            ? Refuse(missing)
            : Happened(new SigningOpened(open.Text, open.LocalGovernment, open.Counterparty, open.Agreement)),
        Stage.Signing signing when signing.Text != open.Text => Refuse(Refusal.TextChanged),
        Stage.Signing signing => WhatIsMissing(open) is { } missing ? Refuse(missing) : DecideReplaceSigners(open, signing),
        Stage.InEffect => Refuse(Refusal.InEffect),
        Stage.Declined => Refuse(Refusal.WasDeclined),
        Stage.Withdrawn => Refuse(Refusal.WasWithdrawn),
        _ => Refuse(Refusal.NotAgreed),
    };

    private static Decision DecideReplaceSigners(OpenSigning open, Stage.Signing signing)
    {
        Signer[] replaced = [.. new[] { open.LocalGovernment, open.Counterparty }.Where(signer => signing.On(signer.Side).Signer != signer)];
        return replaced.Any(signer => signing.On(signer.Side) is SigningSide.Signed)
            ? Refuse(Refusal.AlreadySigned)
            : Happened([.. replaced.Select(signer => new SignerReplaced(signer))]);
    }

    private static Refusal? WhatIsMissing(OpenSigning open) =>
        string.IsNullOrWhiteSpace(open.Agreement.Statement) ? Refusal.ElectronicSigningNotAgreed
        : !IsComplete(open.LocalGovernment) || !IsComplete(open.Counterparty) ? Refusal.SignerIncomplete
        : open.LocalGovernment.Address == open.Counterparty.Address ? Refusal.SignersShareAddress
        : null;

    private static bool IsComplete(Signer signer) =>
        !string.IsNullOrWhiteSpace(signer.Name) && !string.IsNullOrWhiteSpace(signer.Office) && !string.IsNullOrWhiteSpace(signer.Address.Value);

    private static Decision DecideSign(SignText sign, Mou mou, DateTimeOffset now) => mou.Stage switch
    {
        Stage.Signing signing => DecideSignature(sign, signing, now),
        Stage.InEffect done => IsRepeated(sign, sign.Side == Side.LocalGovernment ? done.LocalGovernment : done.Counterparty) ? Nothing : Refuse(Refusal.AlreadySigned),
        Stage.Declined => Refuse(Refusal.WasDeclined),
        Stage.Withdrawn => Refuse(Refusal.WasWithdrawn),
        _ => Refuse(Refusal.SigningNotOpen),
    };

    private static Decision DecideSignature(SignText sign, Stage.Signing signing, DateTimeOffset now)
    {
        if (signing.On(sign.Side) is SigningSide.Signed signed)
            return IsRepeated(sign, signed.Signature) ? Nothing : Refuse(Refusal.AlreadySigned);
        if (signing.Text != sign.Text) return Refuse(Refusal.TextChanged);
        if (string.IsNullOrWhiteSpace(sign.Name) || string.IsNullOrWhiteSpace(sign.Office) || string.IsNullOrWhiteSpace(sign.Intent))
            return Refuse(Refusal.NameMissing);
        var given = new TextSigned(new(sign.Side, sign.Name.Trim(), sign.Office.Trim(), sign.Intent.Trim(), sign.Text, now));
        var other = sign.Side == Side.LocalGovernment ? Side.Counterparty : Side.LocalGovernment;
        return signing.On(other) is SigningSide.Signed ? Happened(given, new TookEffect(SeoulTime.DayOf(now))) : Happened(given);
    }

    private static bool IsRepeated(SignText sign, Signature before) =>
        before.Name == sign.Name.Trim() && before.Office == sign.Office.Trim() && before.Text == sign.Text;
}
