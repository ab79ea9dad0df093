using System.Security.Cryptography;
using System.Text;
using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.Site;

/// <summary>Answers with a page, in the reader's language.</summary>
public sealed class PageAnswers(PageRenderer renderer)
{
    /// <param name="parameters">The page's own; who reads and where is added.</param>
    public async Task<IActionResult> ShowAsync<TPage>(HttpRequest request, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : SitePage
    {
        parameters[nameof(SitePage.Reader)] = (request.Caller() as Caller.Member)?.Person;
        parameters[nameof(SitePage.Path)] = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : "/";
        return new Html(await renderer.RenderAsync<TPage>(parameters, request.Reader().Language, FormProof.Of(request)), status);
    }

    /// <summary>A part of a page, for the page's script to put in its place.</summary>
    public async Task<IActionResult> ShowPartAsync<TPart>(HttpRequest request, Dictionary<string, object?> parameters, int status) where TPart : Piece =>
        new Html(await renderer.RenderAsync<TPart>(parameters, request.Reader().Language), status);

    /// <summary>A part that is asked for again and again: 304 for whoever has it as it is. Its tag is of the part in its language.</summary>
    public async Task<IActionResult> ShowTaggedPartAsync<TPart>(HttpRequest request, Dictionary<string, object?> parameters) where TPart : Piece
    {
        var part = await renderer.RenderAsync<TPart>(parameters, request.Reader().Language);
        return new Html(part, StatusCodes.Status200OK, $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(part)))[..32]}\"");
    }

    private sealed class Html(string page, int status, string? tag = null) : IActionResult
    {
        public async Task ExecuteResultAsync(ActionContext context)
        {
            var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
            if (tag is not null) response.Headers.ETag = tag;
            if (tag is not null && request.HasAlready(tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            var body = Encoding.UTF8.GetBytes(page);
            response.StatusCode = status;
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.ContentLanguage = request.Reader().Language.Code;
            response.ContentLength = body.Length;
            if (!HttpMethods.IsHead(request.Method))
                await response.Body.WriteAsync(body, context.HttpContext.RequestAborted);
        }
    }
}

/// <summary>Sends the browser to another page with GET, so that reloading sends no form again.</summary>
public sealed class SeeOther(string path) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
