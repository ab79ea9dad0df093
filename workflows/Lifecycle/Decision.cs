namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>What came of a command.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <summary>What is to be recorded. Empty where the command was carried out before, or asks for what already is.</summary>
    public sealed record Events(IReadOnlyList<MouEvent> New) : Decision;

    /// <summary>Refused by the rules: people click late every day, so this is an answer and no error.</summary>
    public sealed record Refused(Refusal Why) : Decision;
}

/// <summary>Why a command was refused. Each has a sentence in four languages, the same on pages and in JSON.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<Refusal>))]
public enum Refusal
{
    /// <summary>There is nothing under this id yet.</summary>
    NotBegun,
    /// <summary>It exists already, with other content.</summary>
    AlreadyExists,
    /// <summary>The text is at the embassy: it cannot be edited until the round ends.</summary>
    TextIsUnderReview,
    /// <summary>The text is agreed and frozen.</summary>
    TextIsFrozen,
    /// <summary>The draft changed since: what was submitted is not what stands there now.</summary>
    TextChanged,
    /// <summary>It is with the embassy already.</summary>
    AlreadySubmitted,
    /// <summary>No round is open: the office is drafting.</summary>
    NotUnderReview,
    /// <summary>A later round took this one's place.</summary>
    RoundIsOver,
    /// <summary>Somebody decided this round first.</summary>
    AlreadyDecided,
    /// <summary>A request for changes needs its reason.</summary>
    ReasonMissing,
    /// <summary>A name is needed.</summary>
    NameMissing,
    /// <summary>The text is not agreed yet.</summary>
    NotAgreed,
    /// <summary>Signers have not been asked yet.</summary>
    SigningNotOpen,
    /// <summary>This side has signed.</summary>
    AlreadySigned,
    /// <summary>Both signers must have a name, an office and an address of their own.</summary>
    SignerIncomplete,
    /// <summary>Without both sides' consent to sign electronically nobody may be asked to.</summary>
    ElectronicSigningNotAgreed,
    /// <summary>The two signers cannot share one address.</summary>
    SignersShareAddress,
    /// <summary>A link was sent less than ten minutes ago.</summary>
    LinkSentJustNow,
    /// <summary>This person has no part in the present stage.</summary>
    HolderHasNoLink,
    /// <summary>It is in effect: that is ended by notice, not by withdrawing.</summary>
    InEffect,
    /// <summary>It was declined.</summary>
    WasDeclined,
    /// <summary>It was withdrawn.</summary>
    WasWithdrawn,
    /// <summary>It is not this person's to do.</summary>
    NotYours,
    /// <summary>The association holds the case up.</summary>
    IsOnHold,
    /// <summary>The case is not on hold.</summary>
    NotOnHold,
    /// <summary>A successor must be named.</summary>
    SuccessorMissing,
    /// <summary>The head of the office has the draft.</summary>
    AwaitsApproval,
    /// <summary>The council has the draft.</summary>
    AwaitsCouncil,
    /// <summary>The central review has the draft.</summary>
    AwaitsCentralReview,
    /// <summary>No approval is waited for.</summary>
    NotInApproval,
    /// <summary>The council is not asked now.</summary>
    NotAtCouncil,
    /// <summary>No central review is under way.</summary>
    NotInCentralReview,
    /// <summary>A council's decision needs its session and its number.</summary>
    SessionMissing,
    /// <summary>The council rejected this text in the same session.</summary>
    RejectedInThisSession,
    /// <summary>Without a legal basis the council cannot be passed over.</summary>
    LegalBasisMissing,
    /// <summary>The central review's desk is not known.</summary>
    CentralDeskMissing,
    /// <summary>One of the embassies has no reviewer.</summary>
    ReviewerMissing,
    /// <summary>An embassy stands there twice.</summary>
    SameEmbassyTwice,
    /// <summary>A lapse is recorded by the clock alone.</summary>
    SilenceIsNoAnswer,
    /// <summary>This embassy is not asked in this round.</summary>
    EmbassyNotAsked,
    /// <summary>The capital was not asked.</summary>
    NotAtCapital,
    /// <summary>The capital's time was extended as often as it can be.</summary>
    NoMoreExtensions,
    /// <summary>A colleague needs an address.</summary>
    AddressMissing,
    /// <summary>The colleague has the address that is asked already.</summary>
    HandedToTheSame,
    /// <summary>This address is asked already.</summary>
    AddressIsAsked,
    /// <summary>Another proposal waits for its second administrator.</summary>
    ProposalWaits,
    /// <summary>The proposal was confirmed or dropped, or never was.</summary>
    ProposalIsOver,
    /// <summary>Nobody confirmed it in time.</summary>
    ProposalExpired,
    /// <summary>Whoever proposed an address cannot confirm it.</summary>
    NeedsAnotherAdministrator,
    /// <summary>No embassy asked to be sent the document again.</summary>
    NobodyAskedForIt,
    /// <summary>No such deadline runs now.</summary>
    NoDeadlineRuns,
    /// <summary>An extension is between 1 and 366 days.</summary>
    DaysOutOfRange,
    /// <summary>No deadline would have ended during the outage.</summary>
    OutageMovesNothing,
    /// <summary>What is recorded cannot lie in the future.</summary>
    DayIsAhead,
    /// <summary>An end cannot lie in the past.</summary>
    DayIsPast,
    /// <summary>An end lies before its beginning.</summary>
    EndsBeforeItBegins,
    /// <summary>The MOU ends before that day anyway.</summary>
    EndsBeforeThat,
    /// <summary>A ceremony needs a place.</summary>
    PlaceMissing,
    /// <summary>This MOU is signed on paper.</summary>
    SignedOnPaper,
    /// <summary>This MOU is signed by link.</summary>
    SignedByLink,
    /// <summary>It is not signed yet.</summary>
    NotSigned,
    /// <summary>There is nothing to scan before the signatures are recorded.</summary>
    SignaturesNotRecorded,
    /// <summary>The same file is kept already as the scan of the other side's original.</summary>
    ScanOfTheOther,
    /// <summary>The case keeps as many scans as it can.</summary>
    NoRoomForScan,
    /// <summary>A signing on paper is reported with the scans of both originals.</summary>
    ScansMissing,
    /// <summary>Of the two scans that a report needs, that of the local government's original is missing.</summary>
    ScanOfOursMissing,
    /// <summary>Of the two scans that a report needs, that of the counterpart's original is missing.</summary>
    ScanOfTheirsMissing,
    /// <summary>A reference is needed.</summary>
    ReferenceMissing,
    /// <summary>It is not in effect.</summary>
    NotInEffect,
    /// <summary>It is suspended.</summary>
    IsSuspended,
    /// <summary>It is not suspended.</summary>
    NotSuspended,
    /// <summary>Notice was given: it ends.</summary>
    NoticeIsGiven,
    /// <summary>It has no end, so nothing is renewed.</summary>
    HasNoEnd,
    /// <summary>A renewal must end later.</summary>
    RenewalNotLater,
    /// <summary>Its text renews nothing by itself.</summary>
    NotRenewedByItself,
    /// <summary>The time for notice before the renewal has passed.</summary>
    NoticeTooLate,
    /// <summary>An MOU cannot be linked to itself.</summary>
    LinksToItself,
    /// <summary>It does not vary that MOU.</summary>
    NotAVariation,
    /// <summary>There is no event of that number.</summary>
    NoSuchEvent,
    /// <summary>A binding central review objected.</summary>
    WasBlocked,
    /// <summary>Its term has ended.</summary>
    HasExpired,
    /// <summary>It was terminated.</summary>
    WasTerminated,
    /// <summary>Another took its place.</summary>
    WasSuperseded,
    /// <summary>A comment needs words or a wording, and a wording its language.</summary>
    CommentIncomplete,
    /// <summary>A round takes no more comments.</summary>
    TooManyComments,
    /// <summary>There is no comment of that number.</summary>
    NoSuchComment,
    /// <summary>An administrator stopped the case's orchestration.</summary>
    OrchestrationIsStopped,
    /// <summary>The case's orchestration does not run.</summary>
    OrchestrationNotRunning,
    /// <summary>The case's orchestration is not suspended.</summary>
    OrchestrationNotSuspended,
    /// <summary>The case's orchestration is there: nothing is to be started anew.</summary>
    OrchestrationRuns,
    /// <summary>The case's orchestration has not failed.</summary>
    OrchestrationHasNotFailed,
    /// <summary>No such effect is left to do.</summary>
    NoSuchEffect,
    /// <summary>It is on its way, went out, or is none of the case's.</summary>
    MailNotGivenUp,
    /// <summary>A comment is not answered yet.</summary>
    CommentsUnanswered,
    /// <summary>The register does not show the text.</summary>
    TextNotReleased,
    /// <summary>The office has answered it: it cannot be taken back.</summary>
    CommentIsAnswered,
    /// <summary>Its author took it back: there is nothing to answer.</summary>
    CommentWasTakenBack,
    /// <summary>Nobody owes an answer that could be asked for again.</summary>
    NobodyToRemind,
    /// <summary>Everybody who is waited for was reminded on this working day.</summary>
    RemindedToday,
}
