using LocalDiplomacy.Functions.Administration.Reference;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class RevokeKeyOnPage(ApiKeys keys)
{
    [Function(nameof(RevokeKeyOnPage))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/keys/{id}/revoke")] HttpRequest request, string id, CancellationToken cancellation) =>
        (await keys.EndAsync(request.Caller().Office!.Value, id, request.Author(), null, cancellation)).IsNew
            ? new SeeOther("/office/keys") : throw new ProblemException(ProblemKind.NotFound);
}
