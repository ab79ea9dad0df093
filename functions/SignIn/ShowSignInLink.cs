using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.SignIn;

public sealed class ShowSignInLink(PageAnswers pages, Cookies cookies)
{
    /// <summary>Shows a button and changes nothing: mail scanners open every link.</summary>
    [Function(nameof(ShowSignInLink))]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sign-in/{token:minlength(20)}")] HttpRequest request, string token) =>
        pages.ShowAsync<SignInLinkPage>(request, new()
        {
            [nameof(SignInLinkPage.Token)] = token,
            [nameof(SignInLinkPage.CodeNeeded)] = cookies.Read(request, Cookies.SignInAttempt) is null,
        });
}
