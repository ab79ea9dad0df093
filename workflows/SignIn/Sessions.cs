namespace LocalDiplomacy.Workflows.SignIn;

/// <summary>Who is signed in, for twelve hours each.</summary>
public sealed class Sessions
{
    public Task<Person?> FindAsync(string sessionToken, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task CloseAsync(string sessionToken, CancellationToken cancel = default) => throw new NotImplementedException();
}
