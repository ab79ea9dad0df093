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

using SignInResult = LocalDiplomacy.Workflows.SignIn.SignInResult;

namespace LocalDiplomacy.Functions.SignIn;

/// <summary>What came of a link or a code: in, asked again, or back to the beginning.</summary>
public sealed class SignInAnswers(Cookies cookies, PageAnswers pages)
{
    /// <typeparam name="TAskAgain">The page that asks for the code.</typeparam>
    public async Task<IActionResult> AnswerAsync<TAskAgain>(HttpRequest request, SignInResult result, Dictionary<string, object?> askAgain)
        where TAskAgain : SitePage => result switch
        {
            SignInResult.SignedIn signedIn => Enter(request, signedIn),
            SignInResult.CodeNeeded => await pages.ShowAsync<TAskAgain>(request, askAgain),
            SignInResult.WrongCode => await pages.ShowAsync<TAskAgain>(request, askAgain, StatusCodes.Status422UnprocessableEntity),
            SignInResult.Over => await StartAgainAsync(request, StatusCodes.Status410Gone),
            _ => await StartAgainAsync(request, StatusCodes.Status404NotFound),
        };

    public static int? TriesLeft(SignInResult result) => (result as SignInResult.WrongCode)?.TriesLeft;

    private SeeOther Enter(HttpRequest request, SignInResult.SignedIn signedIn)
    {
        cookies.Set(request, Cookies.Session, signedIn.SessionToken, Cookies.HoldFor);
        cookies.Drop(request, Cookies.SignInAttempt);
        return new(signedIn.Person.Office is null ? "/desk" : "/office");
    }

    private Task<IActionResult> StartAgainAsync(HttpRequest request, int status) =>
        pages.ShowAsync<SignInPage>(request, new() { [nameof(SignInPage.FormerIsOver)] = true }, status);
}
