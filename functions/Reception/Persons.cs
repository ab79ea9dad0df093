using LocalDiplomacy.Workflows.SignIn;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>Who is signed in.</summary>
public static class Persons
{
    /// <exception cref="InvalidOperationException">Nobody: the audience of the function should have refused.</exception>
    public static Person Person(this HttpRequest request) =>
        (request.Caller() as Caller.Member)?.Person ?? throw new InvalidOperationException("Nobody is signed in.");
}
