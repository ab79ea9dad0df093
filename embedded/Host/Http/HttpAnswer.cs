using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace LocalDiplomacy.EmbeddedHost.Http;

/// <summary>Turns what a function returned into the response.</summary>
internal static class HttpAnswer
{
    /// <summary>Nothing returned leaves the response as the function, or middleware, wrote it: 200 and empty if neither did.</summary>
    public static Task WriteAsync(object? result, HttpContext http) => result switch
    {
        null => Task.CompletedTask,
        IActionResult action => action.ExecuteResultAsync(Context(http)),
        IResult minimal => minimal.ExecuteAsync(http),
        var value => new ObjectResult(value).ExecuteResultAsync(Context(http)),
    };

    private static ActionContext Context(HttpContext http) => new(http, http.GetRouteData(), new ActionDescriptor());
}
