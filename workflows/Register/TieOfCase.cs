using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>What the register tells of a case.</summary>
internal sealed class TieOfCase(IReadOnlyList<LocalGovernment> governments, IReadOnlyList<Mission> missions)
{
    public RegisteredTie Of(Mou mou, string chainHead)
    {
        var (what, given) = (mou.Particulars, mou.Stage.Given!);
        return new(
            mou.Id, what.Title, mou.Office, OfficeOf(mou).Name, what.Counterparty, EmbassiesOf(mou), what.Kind, what.Fields, RegionOf(what),
            SeoulTime.DayOf(Later(given.LocalGovernment.SignedAt, given.Counterparty.SignedAt)), given.Since, EndOf(mou.Stage.Live, given), StatusOf(mou.Stage.Live),
            DecisionsOn(mou), what.Languages, [given.LocalGovernment.Office, given.Counterparty.Office], mou.Links, given.Text, chainHead, null)
        {
            IsTextReleased = mou.IsTextReleased,
        };
    }

    public static RegisterStatus StatusOf(Stage stage) => stage switch
    {
        Stage.Signed => RegisterStatus.Signed,
        Stage.InEffect => RegisterStatus.InEffect,
        Stage.Suspended => RegisterStatus.Suspended,
        Stage.NoticeGiven => RegisterStatus.NoticeGiven,
        Stage.Expired => RegisterStatus.Expired,
        Stage.Terminated => RegisterStatus.Terminated,
        Stage.Superseded => RegisterStatus.Superseded,
        _ => throw new InvalidOperationException($"What is {stage.Name} stands in no register."),
    };

    private static DateOnly? EndOf(Stage stage, Instrument given) => stage switch
    {
        Stage.NoticeGiven notice => notice.EndsOn,
        Stage.Expired expired => expired.On,
        Stage.Terminated terminated => terminated.On,
        Stage.Superseded superseded => superseded.On,
        _ => given.EndsOn,
    };

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static RegisteredDecisions DecisionsOn(Mou mou) => mou.Clearance?.Text != mou.Stage.Given!.Text
        ? RegisteredDecisions.Unknown
        : mou.Clearance.Council switch
        {
            CouncilOutcome.Passed passed => new($"{passed.Decision.Session}, {passed.Decision.Reference}", true, mou.Clearance.Central?.Answer),
            CouncilOutcome.Skipped skipped => new(skipped.LegalBasis, false, mou.Clearance.Central?.Answer),
            _ => new(null, false, mou.Clearance.Central?.Answer),
        };

    private LocalGovernment OfficeOf(Mou mou) => governments.FirstOrDefault(government => government.Id == mou.Office)
        ?? throw BrokenCaseException.ReferenceMissing(mou.Id, $"the local government {mou.Office}");

    private List<RegisteredEmbassy> EmbassiesOf(Mou mou) =>
    [
        Embassy(mou, mou.Particulars.Mission, mou.Particulars.MissionRole),
        .. (mou.Particulars.OtherMissions ?? []).Select(other => Embassy(mou, other.Mission, other.Role)),
    ];

    private RegisteredEmbassy Embassy(Mou mou, MissionId id, EmbassyRole role) => missions.FirstOrDefault(mission => mission.Id == id) is { } mission
        ? new(id, mission.Name, role)
        : throw BrokenCaseException.ReferenceMissing(mou.Id, $"the mission {id}");

    private string? RegionOf(Particulars what) =>
        missions.FirstOrDefault(mission => mission.Id.Value == what.Counterparty.Country)?.Region ?? missions.FirstOrDefault(mission => mission.Id == what.Mission)?.Region;
}
