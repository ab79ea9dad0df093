using LocalDiplomacy.Pages.Faults;

namespace LocalDiplomacy.Functions.Problems;

/// <summary>Which page answers a problem where a person reads it.</summary>
public static class FaultKinds
{
    public static FaultKind Of(ProblemKind kind) => kind switch
    {
        ProblemKind.Refused => FaultKind.Refused,
        ProblemKind.Unexpected => FaultKind.Unexpected,
        _ => ProblemStatus.Of(kind) switch
        {
            401 => FaultKind.NotSignedIn,
            403 => FaultKind.Forbidden,
            404 => FaultKind.NotFound,
            405 => FaultKind.MethodNotAllowed,
            409 => FaultKind.Refused,
            410 => FaultKind.Gone,
            412 => FaultKind.StaleVersion,
            413 => FaultKind.TooLarge,
            415 => FaultKind.UnsupportedType,
            422 => FaultKind.Unprocessable,
            428 => FaultKind.VersionMissing,
            429 => FaultKind.TooManyRequests,
            503 => FaultKind.StorageAway,
            _ => FaultKind.BadInput,
        },
    };
}
