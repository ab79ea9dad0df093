using LocalDiplomacy.Functions.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.Register;

/// <summary>
/// An answer that is everybody's: caches may keep it, search engines may list it, and whoever has it under its tag gets 304
/// before anything is looked for.
/// </summary>
/// <param name="tag">Without quotes: of what the answer is made of, not of its bytes. An address has one answer under one tag.</param>
/// <param name="cache">How long nobody need ask again.</param>
internal sealed class PublicAnswer(string tag, string cache, bool isWeak, string? vary, Func<Task<IActionResult>> make) : IActionResult
{
    /// <summary>For programs: what was signed a minute ago is early enough.</summary>
    private const string ForAMinute = "public, max-age=60";

    /// <summary>For people, who have just signed or imported and want to see it.</summary>
    private const string AskedEachTime = "public, no-cache";

    /// <param name="vary">The headers that the answer depends on; null: none.</param>
    public static PublicAnswer ForPrograms(string tag, Func<IActionResult> make, string? vary = null) => new(tag, ForAMinute, false, vary, () => Task.FromResult(make()));

    /// <summary>A page has a form's key in it, which differs each time and says nothing.</summary>
    public static PublicAnswer ForPeople(string tag, Func<Task<IActionResult>> make) => new(tag, AskedEachTime, true, "Accept-Language, Cookie", make);

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        response.Headers.Remove("X-Robots-Tag");
        response.Headers.CacheControl = cache;
        response.Headers.Vary = vary;
        response.Headers.ETag = isWeak ? $"W/\"{tag}\"" : $"\"{tag}\"";
        if (request.HasAlready($"\"{tag}\""))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await (await make()).ExecuteResultAsync(context);
    }
}
