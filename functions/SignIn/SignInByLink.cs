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

public sealed class SignInByLink(SignInDesk desk, Cookies cookies, SignInAnswers answers)
{
    [Function(nameof(SignInByLink))]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in/{token:minlength(20)}")] HttpRequest request, string token, CancellationToken cancellation)
    {
        var form = await request.ReadPageFormAsync(cancellation);
        var result = SixDigits.In(form["code"]) is { Length: > 0 } code
            ? await desk.RedeemCodeAsync(token, code, cancellation)
            : await desk.RedeemLinkAsync(token, cookies.Read(request, Cookies.SignInAttempt), cancellation);
        return await answers.AnswerAsync<SignInLinkPage>(request, result, new()
        {
            [nameof(SignInLinkPage.Token)] = token,
            [nameof(SignInLinkPage.CodeNeeded)] = true,
            [nameof(SignInLinkPage.TriesLeft)] = SignInAnswers.TriesLeft(result),
        });
    }
}
