namespace LocalDiplomacy.Pages.Faults;

/// <summary>Every way in which a request is answered by a page that says what went wrong and what can be done now.</summary>
public enum FaultKind
{
    BadInput, NotSignedIn, Forbidden, NotFound, MethodNotAllowed, Refused, Gone, StaleVersion, VersionMissing, TooLarge,
    UnsupportedType, Unprocessable, TooManyRequests, StorageAway, Unexpected,
}
