using System.Text.Json;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows;
using LocalDiplomacy.Workflows.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Functions.Administration;

/// <summary>
/// With DESK_REQUIRES_ENTRA, the desk's work needs the platform's sign-in as well as our own. The platform removes its
/// header from whatever comes in and sets it for those who signed in; where the setting is not true nobody removes it, so
/// it is not looked at, and it lets nobody in by itself anywhere.
/// </summary>
public sealed class EntraDoor(IOptions<WorkflowsOptions> options, SignInDesk desk) : IFunctionsWorkerMiddleware
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";
    public const string SignIn = "/.auth/login/aad?post_login_redirect_uri=/desk";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var request = context.GetHttpContext()!.Request;
        if (options.Value.DeskRequiresEntra && IsDeskWork(context, request))
        {
            if (!IsSignedIn(request))
            {
                Refuse(context, request);
                return;
            }

            if (request.Caller() is Caller.Member member) await desk.NoteEntraAsync(member.Person, member.SessionToken, context.CancellationToken);
        }

        await next(context);
    }

    private static void Refuse(FunctionContext context, HttpRequest request) =>
        context.GetInvocationResult().Value = request.IsApi()
            ? throw new ProblemException(new Problem(ProblemKind.SignInNeeded) { NextPath = SignIn })
            : new RedirectResult(SignIn);

    /// <summary>The desk's own addresses, and what the desk sees of others'.</summary>
    private static bool IsDeskWork(FunctionContext context, HttpRequest request) =>
        request.Path.StartsWithSegments("/desk") || request.Path.StartsWithSegments("/api/desk")
        || (request.Caller().IsOfAssociation && HttpFunctions.Named(context.FunctionDefinition.Name)?.Audience is Audience.Desk or Audience.Association or Audience.OfficeOrDesk);

    private static bool IsSignedIn(HttpRequest request)
    {
        try
        {
            using var principal = JsonDocument.Parse(Convert.FromBase64String(request.Headers[Header].ToString()));
            return principal.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("auth_typ", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "aad";
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            return false;
        }
    }
}
