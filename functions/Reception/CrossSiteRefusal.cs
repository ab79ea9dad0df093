using LocalDiplomacy.Functions.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>
/// Refuses what another site makes a browser send: a cookie would sign it. Programs with a key are no browsers.
/// "Origin: null" alone says nothing, because our own pages send no referrer and their forms therefore come with it;
/// browsers that say no more than that keep the cookie back by SameSite.
/// </summary>
public sealed class CrossSiteRefusal(PublicAddress address) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var request = context.GetHttpContext()!.Request;
        return Changes(request) && request.Caller() is not Caller.Program && !IsFromHere(request)
            ? throw new ProblemException(ProblemKind.CrossSite)
            : next(context);
    }

    private static bool Changes(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);

    private bool IsFromHere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "same-origin" or "none" => true,
            "" => request.Headers.Origin.ToString() is "" or "null" || address.IsOwnOrigin(request, request.Headers.Origin.ToString()),
            _ => false,
        };
}
