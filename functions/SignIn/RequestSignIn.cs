using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.SignIn;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.SignIn;

public sealed class RequestSignIn(SignInDesk desk, Cookies cookies, PageAnswers pages)
{
    /// <summary>Longer than the mail's link and code hold.</summary>
    private static readonly TimeSpan AttemptHoldsFor = TimeSpan.FromHours(1);

    [Function(nameof(RequestSignIn))]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        var form = await request.ReadPageFormAsync(cancellation);
        var typed = form["address"].ToString();
        return Plain.AddressFault(typed) is null
            ? await SendAsync(request, EmailAddress.From(typed), engine, cancellation)
            : await pages.ShowAsync<SignInPage>(
                request, new() { [nameof(SignInPage.Typed)] = typed, [nameof(SignInPage.AddressInvalid)] = true }, StatusCodes.Status400BadRequest);
    }

    private async Task<IActionResult> SendAsync(HttpRequest request, EmailAddress address, DurableTaskClient engine, CancellationToken cancellation)
    {
        var attempt = await desk.RequestAsync(address, request.Reader().Language, engine, cancellation);
        cookies.Set(request, Cookies.SignInAttempt, attempt, AttemptHoldsFor);
        return new SeeOther("/sign-in/code");
    }
}
