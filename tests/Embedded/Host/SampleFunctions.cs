using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using FromBodyAttribute = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace LocalDiplomacy.Embedded.Tests.Host;

/// <summary>What the functions of the tests share and the tests look into.</summary>
public sealed class Notebook
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    public void Write(string line)
    {
        lock (_lines)
            _lines.Add(line);
    }
}

public sealed record Greeting(string Name, int Times);

/// <summary>Functions as an application writes them.</summary>
public sealed class SampleFunctions(Notebook notebook)
{
    [Function("Root")]
    public IActionResult Root([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")] HttpRequest request) =>
        new ContentResult { Content = "root of " + request.Path, ContentType = "text/plain" };

    [Function("Bound")]
    public IActionResult Bound(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "bound/{id:guid}/{number:int}/{name?}")] HttpRequest request,
        Guid id,
        int number,
        string? name,
        FunctionContext context,
        HttpContext http,
        CancellationToken cancellationToken) =>
        new JsonResult(new
        {
            id,
            number,
            name,
            function = context.FunctionDefinition.Name,
            data = context.BindingContext.BindingData["number"],
            same = ReferenceEquals(http.Request, request) && ReferenceEquals(context.GetHttpContext(), http),
            cancellable = cancellationToken.CanBeCanceled,
        });

    [Function("CatchAll")]
    public static IActionResult CatchAll(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{**rest}")] HttpRequest request, string? rest) =>
        new OkObjectResult(rest ?? request.Path.Value);

    [Function("Greet")]
    public static Greeting Greet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "greet")] HttpRequest request, [FromBody] Greeting greeting) =>
        greeting with { Times = greeting.Times + (request.Query.Count > 0 ? 100 : 1) };

    [Function("NoRoute")]
    public async Task NoRoute([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
    {
        await Task.Yield();
        notebook.Write("no route " + request.Method);
    }

    [Function("Fails")]
    public static IActionResult Fails([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fails")] HttpRequest request) =>
        throw new InvalidOperationException("a secret of " + request.Path);

    /// <summary>A page that says of itself who may keep it.</summary>
    [Function("Page")]
    public static IActionResult Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "page")] HttpRequest request)
    {
        (request.HttpContext.Response.Headers.CacheControl, request.HttpContext.Response.Headers.ETag) = (request.Query["cache"], "\"1\"");
        return new ContentResult { Content = new string('a', 4000), ContentType = request.Query["type"].FirstOrDefault() ?? "text/html" };
    }

    [Function("Upload")]
    public static async Task<IActionResult> Upload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "upload")] HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        return new OkObjectResult($"{form["title"]} {form.Files[0].FileName} {form.Files[0].Length}");
    }
}
