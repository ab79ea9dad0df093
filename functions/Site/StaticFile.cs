using LocalDiplomacy.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.Site;

/// <summary>A file that is nobody's. Asked for under its version it never changes and is kept for good; otherwise for an hour.</summary>
public sealed class StaticFile(byte[] content, string contentType, string version) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var tag = $"\"{version}\"";
        response.Headers.ETag = tag;
        response.Headers.CacheControl = request.Query["v"] == version ? "public, max-age=31536000, immutable" : "public, max-age=3600";
        response.Headers.Remove("Vary");
        if (request.HasAlready(tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentType;
        response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(request.Method))
            await response.Body.WriteAsync(content, context.HttpContext.RequestAborted);
    }
}
