using LocalDiplomacy.EmbeddedHost.Dispatch;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.EmbeddedHost.Http;

/// <summary>Maps the HTTP functions onto ASP.NET Core's routing, which answers 404 and, with Allow, 405 by itself.</summary>
internal sealed class HttpFunctionEndpoints(FunctionCatalog catalog, ParameterBinders binders, FunctionPipeline pipeline)
{
    public void Map(IEndpointRouteBuilder endpoints, string routePrefix, Task ready)
    {
        var functions = catalog.TriggeredBy<HttpTriggerAttribute>().Select(f => HttpFunction.Of(f, routePrefix)).ToList();
        HttpFunction.CheckOverlaps(functions);
        foreach (var function in functions)
            Map(endpoints, function, ready);
    }

    private void Map(IEndpointRouteBuilder endpoints, HttpFunction function, Task ready)
    {
        var names = function.Route.Parameters.Select(parameter => parameter.Name).ToList();
        var executor = new FunctionExecutor(function.Function, binders.For(function.Function, names));
        var endpoint = endpoints.Map(function.Route, http => AnswerAsync(executor, http, ready));
        endpoint.WithDisplayName(function.Function.Name);
        if (function.Methods.Count > 0)
            endpoint.WithMetadata(new HttpMethodMetadata(function.Methods));
    }

    private async Task AnswerAsync(FunctionExecutor executor, HttpContext http, Task ready)
    {
        await ready.WaitAsync(http.RequestAborted);
        var context = new HostFunctionContext(
            executor, http.Request, http.Request.RouteValues, http.RequestServices, http.RequestAborted);
        context.Items[WellKnownItems.HttpContext] = http;
        await pipeline.RunAsync(context);
        await HttpAnswer.WriteAsync(context.Result.Value, http);
    }
}
