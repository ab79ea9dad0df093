using static LocalDiplomacy.Workflows.Lifecycle.MouCommand;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>
/// Which role may ask for which command: the one place. An operator, an auditor, a witness and the public stand in no row.
/// Whether the command can be carried out now is another matter, and the stages'.
/// </summary>
public static class WhoMayDo
{
    private static readonly Role[] Office = [Role.Drafter, Role.HeadOfOffice];
    private static readonly Role[] Embassy = [Role.EmbassyOfficer];
    private static readonly Role[] Association = [Role.Desk];

    /// <summary>Every command with the roles that may ask for it.</summary>
    public static readonly IReadOnlyDictionary<Type, IReadOnlyList<Role>> Table = new Dictionary<Type, IReadOnlyList<Role>>
    {
        [typeof(CreateDraft)] = Office,
        [typeof(ReplaceDraft)] = Office,
        [typeof(SubmitDraft)] = Office,
        [typeof(ReopenText)] = Office,
        [typeof(Withdraw)] = Office,
        [typeof(ApproveInternally)] = [Role.HeadOfOffice],
        [typeof(ReturnToDrafter)] = [Role.HeadOfOffice],
        [typeof(RecordCouncilDecision)] = [Role.CouncilClerk],
        [typeof(SkipCouncil)] = [Role.CouncilClerk],
        [typeof(AnswerCentralReview)] = [Role.MinistryReviewer],
        [typeof(Acknowledge)] = Embassy,
        [typeof(AcceptText)] = Embassy,
        [typeof(RequestChanges)] = Embassy,
        [typeof(DeclineReview)] = Embassy,
        [typeof(ReferToCapital)] = Embassy,
        [typeof(ExtendCapital)] = Embassy,
        [typeof(ReturnFromCapital)] = Embassy,
        [typeof(HandOver)] = Embassy,
        [typeof(AskForResend)] = Embassy,
        [typeof(CommentOnClause)] = Embassy,
        [typeof(CommentInCentralReview)] = [Role.MinistryReviewer],
        [typeof(TakeBackComment)] = Embassy,
        [typeof(TakeBackCentralComment)] = [Role.MinistryReviewer],
        [typeof(AnswerComment)] = Office,
        [typeof(Resend)] = Office,
        [typeof(ResendToCentral)] = Office,
        [typeof(Remind)] = Office,
        [typeof(ExtendDeadline)] = [.. Office, Role.Desk],
        [typeof(RecordArrival)] = [.. Office, Role.Desk, Role.MailService],
        [typeof(RecordOutage)] = [.. Office, Role.Desk],
        [typeof(OpenSigning)] = Office,
        [typeof(SetCeremony)] = Office,
        [typeof(SignText)] = [Role.LocalGovernmentSigner, Role.CounterpartySigner],
        [typeof(RecordPaperSignatures)] = Office,
        [typeof(KeepScan)] = Office,
        [typeof(RecordNotification)] = Office,
        [typeof(ReleaseText)] = Office,
        [typeof(WithholdText)] = Office,
        [typeof(Renew)] = Office,
        [typeof(RefuseRenewal)] = Office,
        [typeof(Suspend)] = Office,
        [typeof(Resume)] = Office,
        [typeof(GiveNotice)] = Office,
        [typeof(Terminate)] = Office,
        [typeof(Supersede)] = Office,
        [typeof(StartVariation)] = Office,
        [typeof(StartSubsidiary)] = Office,
        [typeof(TakeUpVariation)] = [Role.Clock],
        [typeof(EndWithVaried)] = [Role.Clock],
        [typeof(Hold)] = Association,
        [typeof(Release)] = Association,
        [typeof(ConfirmSuccessor)] = Association,
        [typeof(ProposeRecipient)] = Association,
        [typeof(ConfirmRecipient)] = Association,
        [typeof(DropRecipient)] = Association,
        [typeof(NudgeOrchestration)] = Association,
        [typeof(RetryEffect)] = Association,
        [typeof(RetryMail)] = Association,
        [typeof(SuspendOrchestration)] = Association,
        [typeof(ResumeOrchestration)] = Association,
        [typeof(RestartOrchestration)] = Association,
        [typeof(RewindOrchestration)] = Association,
        [typeof(ProposeOrchestrationEnd)] = Association,
        [typeof(ConfirmOrchestrationEnd)] = Association,
        [typeof(DropOrchestrationEnd)] = Association,
        [typeof(Correct)] = [.. Office, Role.CouncilClerk, Role.Desk],
        [typeof(ReissueLink)] = [.. Office, Role.Desk, Role.EmbassyOfficer, Role.MinistryReviewer, Role.LocalGovernmentSigner, Role.CounterpartySigner],
        [typeof(PassTime)] = [Role.Clock],
        [typeof(ReportUndeliveredMail)] = [Role.MailService],
    };

    /// <summary>Whether this actor may ask for this command of this MOU: by role, and for their own office, mission or side alone.</summary>
    public static bool Allows(MouCommand command, Actor by, Mou mou) =>
        Table[command.GetType()].Contains(Roles.Of(by)) && IsTheirOwn(command, by, mou);

    private static bool IsTheirOwn(MouCommand command, Actor by, Mou mou) => by switch
    {
        Actor.OfficeMember member => member.Office == OfficeOf(command, mou),
        Actor.ApiClient client => client.Office == OfficeOf(command, mou),
        Actor.EmbassyOfficer officer => mou.Stage is Stage.NotBegun || officer.Mission == MissionOf(command, mou),
        Actor.SigningPerson signer => command switch
        {
            SignText sign => sign.Side == signer.Side,
            ReissueLink reissue => reissue.Holder == HolderFor(signer.Side),
            _ => true,
        },
        Actor.MinistryReviewer => command is not ReissueLink reissue || reissue.Holder == LinkHolder.CentralReviewer,
        _ => true,
    };

    /// <summary>What is not there yet is answered as not begun, whoever asks.</summary>
    private static LocalGovernmentId OfficeOf(MouCommand command, Mou mou) => command switch
    {
        CreateDraft create => create.Office,
        _ => mou.Office,
    };

    private static MissionId? MissionOf(MouCommand command, Mou mou) => command switch
    {
        Acknowledge { Mission: { } mission } => mission,
        AcceptText { Mission: { } mission } => mission,
        RequestChanges { Mission: { } mission } => mission,
        DeclineReview { Mission: { } mission } => mission,
        ReferToCapital { Mission: { } mission } => mission,
        ExtendCapital { Mission: { } mission } => mission,
        ReturnFromCapital { Mission: { } mission } => mission,
        HandOver handOver => handOver.To.Mission,
        AskForResend { Mission: { } mission } => mission,
        CommentOnClause { Mission: { } mission } => mission,
        TakeBackComment { Mission: { } mission } => mission,
        ReissueLink { Holder: not LinkHolder.Reviewer } => null,
        ReissueLink { Mission: { } mission } => mission,
        _ => mou.Particulars.Mission,
    };

    private static LinkHolder HolderFor(Side side) =>
        side == Side.LocalGovernment ? LinkHolder.LocalGovernmentSigner : LinkHolder.CounterpartySigner;
}
