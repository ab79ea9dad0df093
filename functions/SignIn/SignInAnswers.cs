using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages;
using LocalDiplomacy.Pages.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
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
