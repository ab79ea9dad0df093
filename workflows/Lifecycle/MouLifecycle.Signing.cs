using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// Signing the one text that was agreed: by link where both sides consented to it, else on paper at a ceremony.
public static partial class MouLifecycle
{
    private static Decision? DecideSigning(MouCommand command, Mou mou, DateTimeOffset now) => command switch
    {
        OpenSigning open => DecideOpenSigning(open, mou),
        SetCeremony set => DecideCeremony(set, mou),
        SignText sign => DecideSign(sign, mou, now),
        RecordPaperSignatures recorded => DecidePaper(recorded, mou, now),
        KeepScan keep => DecideScan(keep, mou),
        RecordNotification notified => DecideNotification(notified, mou, now),
        _ => null,
    };

    private static Decision DecideOpenSigning(OpenSigning open, Mou mou) => mou.Stage switch
    {
        Stage.Agreed agreed when agreed.Text != open.Text => Refuse(Refusal.TextChanged),
        Stage.Signing signing when signing.Text != open.Text => Refuse(Refusal.TextChanged),
        Stage.Agreed or Stage.Signing when WhatIsMissing(open) is { } missing => Refuse(missing),
        Stage.Signing { Mode: SigningMode.Electronic } signing => DecideReplaceSigners(open, signing),
        Stage.Agreed or Stage.Signing => Happened(new SigningOpened(open.Text, open.LocalGovernment, open.Counterparty, open.Agreement)),
        _ => Refuse(WhyNoSigning(mou.Stage)),
    };

    private static Refusal WhyNoSigning(Stage stage) => WhyEnded(stage) ?? (stage.Given is null ? Refusal.NotAgreed : Refusal.InEffect);

    private static Decision DecideReplaceSigners(OpenSigning open, Stage.Signing signing)
    {
        Signer[] replaced = [.. new[] { open.LocalGovernment, open.Counterparty }.Where(signer => signing.On(signer.Side).Signer != signer)];
        return replaced.Any(signer => signing.On(signer.Side) is SigningSide.Signed)
            ? Refuse(Refusal.AlreadySigned)
            : Happened([.. replaced.Select(signer => new SignerReplaced(signer))]);
    }

    private static Refusal? WhatIsMissing(OpenSigning open) =>
        IsBlank(open.Agreement.Statement) ? Refusal.ElectronicSigningNotAgreed
        : !IsComplete(open.LocalGovernment) || !IsComplete(open.Counterparty) ? Refusal.SignerIncomplete
        : IsBlank(open.LocalGovernment.Address.Value) || IsBlank(open.Counterparty.Address.Value) ? Refusal.SignerIncomplete
        : open.LocalGovernment.Address == open.Counterparty.Address ? Refusal.SignersShareAddress
        : null;

    private static bool IsComplete(Signer signer) => !IsBlank(signer.Name) && !IsBlank(signer.Office);

    private static Decision DecideCeremony(SetCeremony set, Mou mou) => mou.Stage switch
    {
        Stage.Agreed agreed when agreed.Text != set.Text => Refuse(Refusal.TextChanged),
        Stage.Signing signing when signing.Text != set.Text => Refuse(Refusal.TextChanged),
        Stage.Signing { LocalGovernment: SigningSide.Signed } or Stage.Signing { Counterparty: SigningSide.Signed } => Refuse(Refusal.AlreadySigned),
        Stage.Agreed or Stage.Signing when !IsComplete(set.LocalGovernment) || !IsComplete(set.Counterparty) => Refuse(Refusal.SignerIncomplete),
        Stage.Agreed or Stage.Signing when IsBlank(set.Ceremony.Place) => Refuse(Refusal.PlaceMissing),
        Stage.Signing signing when IsTheSame(set, signing) => Nothing,
        Stage.Agreed or Stage.Signing => Happened(new CeremonySet(
            set.Text, set.LocalGovernment, set.Counterparty, set.Ceremony, CeremonyClosure.On(set.Ceremony.On, mou.Embassies))),
        _ => Refuse(WhyNoSigning(mou.Stage)),
    };

    private static bool IsTheSame(SetCeremony set, Stage.Signing signing) =>
        signing.Mode is SigningMode.OnPaper { Ceremony: var before } && before.SaysTheSameAs(set.Ceremony)
        && signing.LocalGovernment.Signer == set.LocalGovernment && signing.Counterparty.Signer == set.Counterparty;

    private static Decision DecideSign(SignText sign, Mou mou, DateTimeOffset now) => mou.Stage switch
    {
        Stage.Signing signing => DecideSignature(sign, signing, mou, now),
        { Given: { } given } when IsRepeated(sign, given.On(sign.Side)) => Nothing,
        { Given: not null } => Refuse(Refusal.AlreadySigned),
        _ => Refuse(WhyEnded(mou.Stage) ?? Refusal.SigningNotOpen),
    };

    private static Decision DecideSignature(SignText sign, Stage.Signing signing, Mou mou, DateTimeOffset now)
    {
        if (signing.On(sign.Side) is SigningSide.Signed signed)
            return IsRepeated(sign, signed.Signature) ? Nothing : Refuse(Refusal.AlreadySigned);
        if (signing.Mode is SigningMode.OnPaper) return Refuse(Refusal.SignedOnPaper);
        if (signing.Text != sign.Text) return Refuse(Refusal.TextChanged);
        if (IsOverBefore(SeoulTime.DayOf(now), mou)) return Refuse(Refusal.EndsBeforeItBegins);
        if (IsBlank(sign.Name) || IsBlank(sign.Office) || IsBlank(sign.Intent)) return Refuse(Refusal.NameMissing);
        var given = new TextSigned(new(sign.Side, sign.Name.Trim(), sign.Office.Trim(), sign.Intent.Trim(), sign.Text, now));
        var other = sign.Side == Side.LocalGovernment ? Side.Counterparty : Side.LocalGovernment;
        return signing.On(other) is SigningSide.Signed ? Happened([given, .. BothSigned(SeoulTime.DayOf(now), mou, now)]) : Happened(given);
    }

    /// <summary>The text names a last day that has passed: it must be changed before anybody can sign it.</summary>
    private static bool IsOverBefore(DateOnly day, Mou mou) => mou.Particulars.Term?.EndsOn < day;

    private static bool IsRepeated(SignText sign, Signature before) =>
        before.Name == sign.Name.Trim() && before.Office == sign.Office.Trim() && before.Text == sign.Text;

    private static Decision DecidePaper(RecordPaperSignatures recorded, Mou mou, DateTimeOffset now) => mou.Stage switch
    {
        Stage.Signing { Mode: SigningMode.Electronic } => Refuse(Refusal.SignedByLink),
        Stage.Signing signing when signing.Text != recorded.Text => Refuse(Refusal.TextChanged),
        Stage.Signing when recorded.SignedOn > SeoulTime.DayOf(now) => Refuse(Refusal.DayIsAhead),
        Stage.Signing when IsOverBefore(recorded.SignedOn, mou) => Refuse(Refusal.EndsBeforeItBegins),
        Stage.Signing signing => Happened([
            new TextSigned(OnPaper(signing.LocalGovernment.Signer, recorded)), new TextSigned(OnPaper(signing.Counterparty.Signer, recorded)),
            .. BothSigned(recorded.SignedOn, mou, now)]),
        { Given: { } given } when given.LocalGovernment.OnPaper && given.Text == recorded.Text
            && SeoulTime.DayOf(given.LocalGovernment.SignedAt) == recorded.SignedOn => Nothing,
        { Given: not null } => Refuse(Refusal.AlreadySigned),
        _ => Refuse(WhyEnded(mou.Stage) ?? Refusal.SigningNotOpen),
    };

    private static Signature OnPaper(Signer signer, RecordPaperSignatures recorded) =>
        new(signer.Side, signer.Name, signer.Office, "", recorded.Text, SeoulTime.On(recorded.SignedOn, DefaultTimes.Noon), OnPaper: true);

    /// <summary>Where nobody is to be notified and its first day has come it takes effect at once.</summary>
    private static IEnumerable<MouEvent> BothSigned(DateOnly signedOn, Mou mou, DateTimeOffset now)
    {
        var from = mou.Particulars.Term?.From is { } day && day > signedOn ? day : signedOn;
        var end = mou.Particulars.Term?.EndOf(from);
        var notify = mou.Rules.Times.NotificationDays is { } days ? Clocks.InDays(now, days) : null;
        return notify is null && from <= SeoulTime.DayOf(now)
            ? [new TookEffect(from, end)]
            : [new FullySigned(signedOn, from, end, notify)];
    }

    private static Decision DecideNotification(RecordNotification notified, Mou mou, DateTimeOffset now) => mou.Stage switch
    {
        Stage.Signed { Notify: not null } when IsBlank(notified.Reference) => Refuse(Refusal.ReferenceMissing),
        Stage.Signed { Notify: not null } when notified.On > SeoulTime.DayOf(now) => Refuse(Refusal.DayIsAhead),
        Stage.Signed { Notify: not null } when MissingScan(mou) is { } missing => Refuse(missing),
        Stage.Signed { Notify: not null } signed => Happened([
            new NotificationRecorded(notified.Reference.Trim(), notified.On),
            .. signed.Instrument.Since <= SeoulTime.DayOf(now) ? [new TookEffect(signed.Instrument.Since, signed.Instrument.EndsOn)] : Array.Empty<MouEvent>()]),
        { Given: not null } => WhyEnded(mou.Stage) is { } ended ? Refuse(ended) : Nothing,
        _ => Refuse(WhyEnded(mou.Stage) ?? Refusal.NotSigned),
    };
}
