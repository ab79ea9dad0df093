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

namespace LocalDiplomacy.Functions.SignIn;

public sealed class SignOut(Sessions sessions, Cookies cookies)
{
    [Function(nameof(SignOut))]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-out")] HttpRequest request, CancellationToken cancellation)
    {
        await (request.Caller() is Caller.Member member ? sessions.CloseAsync(member.SessionToken, cancellation) : Task.CompletedTask);
        cookies.Drop(request, Cookies.Session);
        return new SeeOther("/");
    }
}
