using LocalDiplomacy.Workflows.Deadlines;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// Signing, and what comes after it.
public static partial class MouLifecycle
{
    private static Mou? ApplyInSigning(Mou mou, RecordedEvent recorded) => (recorded.Event, mou.Stage) switch
    {
        (SigningOpened e, Stage.Agreed or Stage.Signing) => mou with
        {
            Stage = new Stage.Signing(
                RoundOf(mou.Stage), e.Text, new SigningSide.Asked(e.LocalGovernment, null), new SigningSide.Asked(e.Counterparty, null),
                new SigningMode.Electronic(e.Agreement), AlertAt(mou, recorded.At), false),
        },
        (CeremonySet e, Stage.Agreed or Stage.Signing) => mou with
        {
            Stage = new Stage.Signing(
                RoundOf(mou.Stage), e.Text, new SigningSide.AtCeremony(e.LocalGovernment), new SigningSide.AtCeremony(e.Counterparty),
                new SigningMode.OnPaper(e.Ceremony, e.Closed), AlertAt(mou, Held(e.Ceremony, recorded.At)), false),
        },
        (SignerReplaced e, Stage.Signing signing) when signing.On(e.Signer.Side) is SigningSide.Asked =>
            mou with { Stage = WithSide(signing, new SigningSide.Asked(e.Signer, null)) },
        (TextSigned e, Stage.Signing signing) when signing.On(e.Signature.Side) is not SigningSide.Signed => mou with
        {
            Stage = WithSide(signing, new SigningSide.Signed(signing.On(e.Signature.Side).Signer, e.Signature)) with
            {
                OneSidedAlertAt = AlertAt(mou, recorded.At),
                Alerted = false,
            },
        },
        (FullySigned e, Stage.Signing signing) when InstrumentOf(signing, e.EffectFrom, e.EndsOn, mou) is { } instrument => mou with
        {
            Stage = new Stage.Signed(instrument, e.NotifyBy is { } by ? Countdown.Starting(by, recorded.At) : null),
        },
        (ScanKept e, { Given.LocalGovernment.OnPaper: true }) => mou with { Scans = [.. mou.Scans, e.Scan] },
        (NotificationRecorded e, Stage.Signed { Notify: not null } signed) => mou with { Stage = signed with { Notify = null }, ReportedOn = e.On },
        (TookEffect e, Stage.Signing signing) when InstrumentOf(signing, e.On, e.EndsOn, mou) is { } instrument =>
            mou with { Stage = Beginning(OwnTerm(instrument, mou), mou, recorded.At) },
        (TookEffect, Stage.Signed { Notify: null } signed) => mou with { Stage = Beginning(OwnTerm(signed.Instrument, mou), mou, recorded.At) },
        _ => null,
    };

    private static int RoundOf(Stage stage) => stage is Stage.Agreed agreed ? agreed.Round : ((Stage.Signing)stage).Round;

    private static DateTimeOffset AlertAt(Mou mou, DateTimeOffset at) => at + TimeSpan.FromDays(mou.Rules.Times.OneSidedDays);

    /// <summary>Nobody is late before the ceremony was held; one that was recorded afterwards is known since then.</summary>
    private static DateTimeOffset Held(Ceremony ceremony, DateTimeOffset setAt) => SeoulTime.EndOf(ceremony.On) is var end && end > setAt ? end : setAt;

    private static Instrument? InstrumentOf(Stage.Signing signing, DateOnly from, DateOnly? endsOn, Mou mou) =>
        (signing.LocalGovernment, signing.Counterparty) is (SigningSide.Signed ours, SigningSide.Signed theirs)
            ? new(signing.Round, signing.Text, ours.Signature, theirs.Signature, from, endsOn, mou.Particulars.Term?.Renewal, PaperOf(signing, ours, theirs)) : null;

    private static PaperSigning? PaperOf(Stage.Signing signing, SigningSide.Signed ours, SigningSide.Signed theirs) =>
        signing.Mode is SigningMode.OnPaper { Ceremony: var held } ? new(held, ours.Signer.Authority, theirs.Signer.Authority) : null;

    /// <summary>A variation gives its term away: it lasts as long as the MOU that it varies.</summary>
    private static Instrument OwnTerm(Instrument instrument, Mou mou) => mou.IsVariation ? instrument with { EndsOn = null, Renewal = null } : instrument;

    private static Stage.Signing WithSide(Stage.Signing signing, SigningSide side) => side.Signer.Side == Side.LocalGovernment
        ? signing with { LocalGovernment = side }
        : signing with { Counterparty = side };

    private static Mou? ApplyAfterSignature(Mou mou, RecordedEvent recorded) => (recorded.Event, mou.Stage) switch
    {
        (Renewed e, Stage.InEffect effect) => mou with { Stage = Beginning(effect.Instrument with { EndsOn = e.Until }, mou, recorded.At) },
        (RenewedAutomatically e, Stage.InEffect effect) => mou with { Stage = Beginning(effect.Instrument with { EndsOn = e.Until }, mou, recorded.At) },
        (RenewalRefused, Stage.InEffect effect) => mou with { Stage = effect with { WillNotRenew = true } },
        (Suspended e, Stage.InEffect effect) => mou with { Stage = new Stage.Suspended(effect.Instrument, effect.Notices, effect.WillNotRenew, e.Reason) },
        (Resumed, Stage.Suspended suspended) => mou with { Stage = new Stage.InEffect(suspended.Instrument, suspended.Notices, suspended.WillNotRenew) },
        (NoticeGiven e, Stage.InEffect or Stage.Suspended) => mou with { Stage = new Stage.NoticeGiven(mou.Stage.Given!, e.EndsOn, e.By, e.Reason) },
        (Terminated e, Stage.Signed or Stage.InEffect or Stage.Suspended or Stage.NoticeGiven) =>
            mou with { Stage = new Stage.Terminated(mou.Stage.Given!, e.On, e.Reason) },
        (Expired e, Stage.InEffect or Stage.Suspended or Stage.NoticeGiven) => mou with { Stage = new Stage.Expired(mou.Stage.Given!, e.On) },
        (Superseded e, Stage.InEffect or Stage.Suspended or Stage.NoticeGiven) => mou with
        {
            Stage = new Stage.Superseded(mou.Stage.Given!, e.On, e.By),
            Links = [.. mou.Links, new(MouLinkKind.Successor, e.By)],
        },
        (LinkedMouStarted e, Stage.InEffect or Stage.Suspended) => mou with { Links = [.. mou.Links, new(e.Kind, e.Other)] },
        _ => null,
    };

    /// <summary>A term that is shorter than a notice's time has no such notice: it counts as given.</summary>
    private static Stage.InEffect Beginning(Instrument instrument, Mou mou, DateTimeOffset at) => new(
        instrument,
        instrument.EndsOn is { } end ? [.. mou.Rules.Times.NoticesBeforeEnd.Where(days => end.AddDays(-days) <= SeoulTime.DayOf(at))] : [],
        false);
}
