using System.Security.Cryptography;
using System.Text;
using LocalDiplomacy.Functions.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>
/// What each form of a signed-in person's pages carries, so that a form which somebody else made up is refused even where
/// a browser sends the cookie along and does not say where the form came from. It follows from the session's token, which
/// no page shows, and is another one in each session.
/// </summary>
public static class FormProof
{
    public const string Field = "proof";

    private static readonly byte[] purpose = "form"u8.ToArray();

    public static string? Of(HttpRequest request) => request.Caller() is Caller.Member member ? Of(member.SessionToken) : null;

    public static string Of(string sessionToken) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(sessionToken), purpose).AsSpan(..16));

    /// <exception cref="ProblemException">403: the form has no proof, or another session's.</exception>
    public static void Check(HttpRequest request, IFormCollection form)
    {
        var sent = form[Field].ToString();
        if (Of(request) is { } due && !IsSame(due, sent) && !IsOfAnEarlierSession(request, due, sent))
            throw new ProblemException(ProblemKind.CrossSite);
    }

    private static bool IsSame(string due, string sent) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(due), Encoding.UTF8.GetBytes(sent));

    /// <summary>
    /// Who signs in again while a page is open sends what was typed there with the proof of then. It is not lost where the
    /// browser itself says that the form is one of this site's.
    /// </summary>
    private static bool IsOfAnEarlierSession(HttpRequest request, string due, string sent) =>
        sent.Length == due.Length && sent.All(char.IsAsciiHexDigitLower) && request.Headers["Sec-Fetch-Site"] == "same-origin";
}

/// <summary>
/// Looks for the <see cref="FormProof"/> before a function that asks for a session is run. Where everybody is answered it
/// is not looked for: there the power is in the address or in a code, and not in the cookie. A form with a file is looked
/// at by <see cref="PageFile"/>, which knows how large it may be.
/// </summary>
public sealed class FormProofCheck : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var (request, function) = (context.GetHttpContext()!.Request, HttpFunctions.Named(context.FunctionDefinition.Name));
        if (function is { IsApi: false, Audience: not Audience.Anyone, TakesFile: false } && HttpMethods.IsPost(request.Method))
            FormProof.Check(request, await request.ReadPageFormAsync(context.CancellationToken));
        await next(context);
    }
}
