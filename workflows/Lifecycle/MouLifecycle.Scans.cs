using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// Scans of what was signed on paper. They prove a signature that is recorded, so they come after it, and stay for good.
public static partial class MouLifecycle
{
    private static Decision DecideScan(KeepScan keep, Mou mou) => mou.Scans.FirstOrDefault(scan => scan.Hash == keep.Scan.Hash) switch
    {
        { Of: var side } when side == keep.Scan.Of => Nothing,
        not null => Refuse(Refusal.ScanOfTheOther),
        null => DecideNewScan(keep.Scan, mou),
    };

    private static Decision DecideNewScan(Scan scan, Mou mou) => mou.Stage switch
    {
        { Given.LocalGovernment.OnPaper: false } or Stage.Signing { Mode: SigningMode.Electronic } => Refuse(Refusal.SignedByLink),
        { Given: not null } => HasRoomFor(scan, mou) ? Happened(new ScanKept(scan)) : Refuse(Refusal.NoRoomForScan),
        Stage.Signing => Refuse(Refusal.SignaturesNotRecorded),
        _ => Refuse(WhyEnded(mou.Stage) ?? Refusal.SignaturesNotRecorded),
    };

    /// <summary>What a report still needs; null where it has it, and for what was signed by link.</summary>
    private static Refusal? MissingScan(Mou mou) => (mou.NeedsScan(Side.LocalGovernment), mou.NeedsScan(Side.Counterparty)) switch
    {
        (true, true) => Refusal.ScansMissing,
        (true, false) => Refusal.ScanOfOursMissing,
        (false, true) => Refusal.ScanOfTheirsMissing,
        (false, false) => null,
    };

    private static bool HasRoomFor(Scan scan, Mou mou) =>
        mou.Scans.Count < Scan.MostOfACase && mou.Scans.Sum(kept => kept.Bytes) + scan.Bytes <= Scan.MostBytesOfACase;
}
