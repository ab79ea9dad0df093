using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace LocalDiplomacy.Functions.Api;

/// <summary>An answer in JSON. A GET's answer has an entity tag, and is 304 without content for whoever has it.</summary>
public sealed class JsonAnswer(object value, int status = StatusCodes.Status200OK) : IActionResult
{
    /// <summary>The tag to send; without one a GET's answer is tagged by its content.</summary>
    public string? EntityTag { get; init; }

    /// <summary>Where what was made can be read.</summary>
    public string? Location { get; init; }

    /// <summary>Where the next page is.</summary>
    public string? Next { get; init; }

    public string ContentType { get; init; } = ApiJson.ContentType;

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var body = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), ApiJson.Options);
        var tag = EntityTag ?? (IsRead(request) && status == 200 ? $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"" : null);
        WriteHeaders(response, tag);
        if (tag is not null && IsRead(request) && request.HasAlready(tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = status;
        response.ContentType = ContentType;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(request.Method))
            await response.Body.WriteAsync(body, context.HttpContext.RequestAborted);
    }

    private void WriteHeaders(HttpResponse response, string? tag)
    {
        if (tag is not null)
            response.Headers[HeaderNames.ETag] = tag;
        if (Location is not null)
            response.Headers[HeaderNames.Location] = Location;
        if (Next is not null)
            response.Headers[HeaderNames.Link] = $"<{Next}>; rel=\"next\"";
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
