using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>Names the request's span by its route. The path is never written: it may hold a link's token.</summary>
public sealed class RequestTrace : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (Activity.Current is { } span && HttpFunctions.Named(context.FunctionDefinition.Name) is { } function)
            span.SetTag("http.route", "/" + function.Route);
        return next(context);
    }
}
