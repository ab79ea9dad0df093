using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.EmbassyReview;
using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Signing;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages;
using LocalDiplomacy.Pages.Administration;
using LocalDiplomacy.Pages.EmbassyReview;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Pages.Pieces;
using LocalDiplomacy.Pages.SignIn;
using LocalDiplomacy.Pages.Signing;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

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
