using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.SignIn;

public sealed class ShowSignInCode(PageAnswers pages)
{
    [Function(nameof(ShowSignInCode))]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sign-in/code")] HttpRequest request) =>
        pages.ShowAsync<SignInCodePage>(request, []);
}
