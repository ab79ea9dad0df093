using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Site;

public sealed class ChooseLanguage
{
    private static readonly TimeSpan RememberedFor = TimeSpan.FromDays(365);

    [Function(nameof(ChooseLanguage))]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "language")] HttpRequest request, CancellationToken cancellation)
    {
        var form = await request.ReadPageFormAsync(cancellation);
        Remember(request, Reader.Known(form["lang"]));
        return new SeeOther(LocalPath.Or(form["back"], "/"));
    }

    private static void Remember(HttpRequest request, Language? language)
    {
        if (language is { } chosen)
            request.HttpContext.Response.Cookies.Append(Reader.LanguageCookie, chosen.Code, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                MaxAge = RememberedFor,
                Path = "/",
            });
    }
}
