using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.Api;

/// <summary>A file to be saved and opened in a spreadsheet.</summary>
public sealed class CsvFile(byte[] content, string name) : IActionResult
{
    public const string ContentType = "text/csv";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        response.ContentType = ContentType + "; charset=utf-8; header=present";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(request.Method))
            await response.Body.WriteAsync(content, context.HttpContext.RequestAborted);
    }
}
