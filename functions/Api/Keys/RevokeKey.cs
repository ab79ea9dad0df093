using LocalDiplomacy.Functions.Administration.Reference;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Keys;

public sealed class RevokeKey(ApiKeys keys)
{
    [Function(nameof(RevokeKey))]
    [Answers(Audience.OfficePeople)]
    [ApiOperation("Revokes an API key at once.", Status = 204)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/keys/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        (await keys.EndAsync(request.Caller().Office!.Value, id, request.Author(), null, cancellation)).IsNew
            ? new NoContentResult() : throw new ProblemException(ProblemKind.NotFound);
}
