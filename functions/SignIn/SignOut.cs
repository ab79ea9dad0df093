using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.SignIn;

public sealed class SignOut(SignInDesk desk, Cookies cookies)
{
    [Function(nameof(SignOut))]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-out")] HttpRequest request, CancellationToken cancellation)
    {
        // The one deed that everybody may ask for and that acts on the session.
        FormProof.Check(request, await request.ReadPageFormAsync(cancellation));
        await (request.Caller() is Caller.Member member ? desk.SignOutAsync(member.Person, member.SessionToken, cancellation) : Task.CompletedTask);
        cookies.Drop(request, Cookies.Session);
        return new SeeOther("/");
    }
}
