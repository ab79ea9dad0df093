using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.EmbeddedHost.Http;

/// <summary>What is left to answer when a function throws: a bare status, as on Azure, and a log line without the request's secrets.</summary>
internal static class FailureResponses
{
    public static void UseFailureResponses(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Host.Http");
        app.Use(async (http, next) =>
        {
            try
            {
                await next(http);
            }
            catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
            {
                // The caller went away; there is no one to answer.
            }
            catch (Exception exception) when (!http.Response.HasStarted)
            {
                var status = StatusOf(exception);
                if (status >= 500)
                    log.LogError(exception, "Function {Function} failed.", http.GetEndpoint()?.DisplayName);
                http.Response.Clear();
                http.Response.StatusCode = status;
            }
        });
    }

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        FunctionInputConverterException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };
}
