namespace LocalDiplomacy.Functions.Problems;

/// <summary>
/// Everything that can be wrong with a request, by its own name: the last part of a problem's type, in kebab case, and
/// the key of its words. Known to callers: never rename, only add.
/// </summary>
public enum ProblemKind
{
    BodyMissing,
    BodyUnreadable,
    ContentTypeWrong,
    BodyTooLarge,
    FieldsWrong,
    TextTooLong,
    IdempotencyKeyMissing,
    IdempotencyKeyTooLong,
    IdempotencyKeyReused,
    IfMatchMissing,
    IfMatchUnreadable,
    Stale,
    QueryWrong,
    SignInNeeded,
    NotForYou,
    OfAnotherOffice,
    CrossSite,
    NotFound,
    NoSuchAddress,
    MethodNotAllowed,
    Refused,
    AnsweredOtherwise,
    LinkUnknown,
    LinkOver,
    CodeNeeded,
    CodeWrong,
    CodeExpired,
    CodeUsedUp,
    CodeNotRequested,
    SignInOver,
    TooSoon,
    MissionWithoutAddress,
    KeyMadeBefore,
    NotPrintable,
    StorageAway,
    Unexpected,
    RowAlreadyThere,
    TableChanged,
    FileRefused,
    ProposalWaits,
    AddressIsOnFile,
    ProposerCannotConfirm,
    ProposalExpired,
    ProposalIsOver,
    PartyNoLongerExists,
    PartyNotYet,
    PartyIsPartOfAnother,
    PartyUnknown,
    MissionNotThere,
    ScreeningErrors,
    FileTooLarge,
    ScanTypeWrong,
    TooManyReads,
    OwnRole,
    ChangeWaits,
    AddressTakenMeanwhile,
    AccessEnded,
}

/// <summary>The status that goes with each kind.</summary>
public static class ProblemStatus
{
    public static int Of(ProblemKind kind) => kind switch
    {
        ProblemKind.SignInNeeded => 401,
        ProblemKind.NotForYou or ProblemKind.OfAnotherOffice or ProblemKind.CrossSite or ProblemKind.ProposerCannotConfirm => 403,
        ProblemKind.NotFound or ProblemKind.NoSuchAddress or ProblemKind.LinkUnknown => 404,
        ProblemKind.MethodNotAllowed => 405,
        ProblemKind.Refused or ProblemKind.AnsweredOtherwise or ProblemKind.KeyMadeBefore or ProblemKind.RowAlreadyThere or ProblemKind.TableChanged
            or ProblemKind.ProposalWaits or ProblemKind.AddressIsOnFile or ProblemKind.ProposalIsOver or ProblemKind.OwnRole or ProblemKind.ChangeWaits
            or ProblemKind.AddressTakenMeanwhile or ProblemKind.AccessEnded => 409,
        ProblemKind.LinkOver or ProblemKind.SignInOver or ProblemKind.ProposalExpired => 410,
        ProblemKind.Stale => 412,
        ProblemKind.BodyTooLarge or ProblemKind.TextTooLong or ProblemKind.FileTooLarge => 413,
        ProblemKind.ContentTypeWrong or ProblemKind.ScanTypeWrong => 415,
        ProblemKind.IdempotencyKeyReused or ProblemKind.CodeNeeded or ProblemKind.CodeWrong or ProblemKind.CodeExpired
            or ProblemKind.CodeUsedUp or ProblemKind.CodeNotRequested or ProblemKind.MissionWithoutAddress or ProblemKind.NotPrintable or ProblemKind.FileRefused or ProblemKind.PartyNoLongerExists
            or ProblemKind.PartyNotYet or ProblemKind.PartyIsPartOfAnother or ProblemKind.PartyUnknown or ProblemKind.MissionNotThere or ProblemKind.ScreeningErrors => 422,
        ProblemKind.IfMatchMissing => 428,
        ProblemKind.TooSoon or ProblemKind.TooManyReads => 429,
        ProblemKind.Unexpected => 500,
        ProblemKind.StorageAway => 503,
        _ => 400,
    };
}
