using System.Security.Cryptography;
using LocalDiplomacy.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.Site;

/// <summary>A file to be kept. It is tagged by its content: whoever has it already gets 304.</summary>
public sealed class FileAnswer(byte[] content, string contentType, string name) : IActionResult
{
    public const string Pdf = "application/pdf", Zip = "application/zip";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"";
        response.Headers.ETag = tag;
        if (request.HasAlready(tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentType;
        response.ContentLength = content.Length;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        if (!HttpMethods.IsHead(request.Method))
            await response.Body.WriteAsync(content, context.HttpContext.RequestAborted);
    }
}
