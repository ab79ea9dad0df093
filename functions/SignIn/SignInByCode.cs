using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.SignIn;
using LocalDiplomacy.Workflows.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.SignIn;

public sealed class SignInByCode(SignInDesk desk, Cookies cookies, SignInAnswers answers)
{
    [Function(nameof(SignInByCode))]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in/code")] HttpRequest request, CancellationToken cancellation)
    {
        var form = await request.ReadPageFormAsync(cancellation);
        var result = await desk.RedeemCodeAsync(cookies.Read(request, Cookies.SignInAttempt) ?? "", SixDigits.In(form["code"]), cancellation);
        return await answers.AnswerAsync<SignInCodePage>(request, result, new() { [nameof(SignInCodePage.TriesLeft)] = SignInAnswers.TriesLeft(result) });
    }
}
