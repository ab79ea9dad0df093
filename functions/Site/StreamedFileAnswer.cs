using LocalDiplomacy.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.Site;

/// <summary>A file that goes out while it is made, so that it never stands in memory as a whole. Whoever has it already gets 304.</summary>
/// <param name="sha256">Tells one content from another.</param>
/// <param name="write">Where it fails, the connection ends and the file is cut off: nobody takes it for whole.</param>
public sealed class StreamedFileAnswer(string sha256, string contentType, string name, Func<Stream, CancellationToken, Task> write) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var tag = $"\"{sha256[..32]}\"";
        response.Headers.ETag = tag;
        if (request.HasAlready(tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        if (HttpMethods.IsHead(request.Method)) return;
        try
        {
            await write(response.Body, context.HttpContext.RequestAborted);
        }
        catch when (response.HasStarted)
        {
            context.HttpContext.Abort();
            throw;
        }
    }
}
