using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Site;

public sealed class AnswerUnknownAddress
{
    // Azure's host tries routes in the alphabetical order of the functions' names, whatever their templates say: the
    // one that matches everything must come last.
    [Function("Z" + nameof(AnswerUnknownAddress))]
    [Answers(Audience.Anyone)]
    public IActionResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "{**rest}")] HttpRequest request) =>
        throw new ProblemException(KnownAddresses.MethodsAt(request.Path) is { Count: > 0 } methods
            ? new Problem(ProblemKind.MethodNotAllowed) { Allow = methods, About = [string.Join(", ", methods)] }
            : new Problem(ProblemKind.NoSuchAddress));
}
