using LocalDiplomacy.Workflows.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>Finds out who calls: by an API key where there is one, else by the session's cookie.</summary>
public sealed class CallerRecognition(Sessions sessions, ApiKeys keys, Cookies cookies) : IFunctionsWorkerMiddleware
{
    private const string Bearer = "Bearer ";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (HttpFunctions.Named(context.FunctionDefinition.Name) is not { AnswersAlike: true })
        {
            var request = context.GetHttpContext()!.Request;
            request.RememberCaller(await FindAsync(request, context.CancellationToken));
        }

        await next(context);
    }

    private async Task<Caller> FindAsync(HttpRequest request, CancellationToken cancellation) =>
        KeyOf(request) is { } key ? await ByKeyAsync(key, cancellation)
        : cookies.Read(request, Cookies.Session) is { } session ? await BySessionAsync(session, cancellation)
        : new Caller.Nobody();

    private async Task<Caller> ByKeyAsync(string plain, CancellationToken cancellation) =>
        await keys.FindAsync(plain, cancellation) is { } key ? new Caller.Program(key) : new Caller.Nobody();

    private async Task<Caller> BySessionAsync(string token, CancellationToken cancellation) =>
        await sessions.FindAsync(token, cancellation) is { } person ? new Caller.Member(person, token) : new Caller.Nobody();

    /// <summary>Keys work under /api alone: a page is for people.</summary>
    private static string? KeyOf(HttpRequest request) =>
        !request.IsApi() ? null
        : request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? header[Bearer.Length..].Trim()
        : request.Headers["X-Api-Key"].ToString() is { Length: > 0 } key ? key.Trim() : null;
}
