using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.SignIn;
using LocalDiplomacy.Workflows.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

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
