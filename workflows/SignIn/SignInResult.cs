namespace LocalDiplomacy.Workflows.SignIn;

/// <summary>What came of a link or code of a sign-in mail.</summary>
public abstract record SignInResult
{
    private SignInResult() { }

    public sealed record SignedIn(Person Person, string SessionToken) : SignInResult;

    /// <summary>The link was opened elsewhere than where the sign-in began: the code of the mail is asked for.</summary>
    public sealed record CodeNeeded : SignInResult;

    public sealed record WrongCode(int TriesLeft) : SignInResult;

    /// <summary>Expired, used, or used up by wrong tries: begin again.</summary>
    public sealed record Over : SignInResult;

    public sealed record Unknown : SignInResult;
}
