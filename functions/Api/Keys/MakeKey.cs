using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Api.Requests;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Keys;

public sealed class MakeKey(KeyCupboard cupboard)
{
    [Function(nameof(MakeKey))]
    [Answers(Audience.OfficePeople)]
    [ApiOperation("Makes an API key for a program of the office; it is shown this once.", Request = typeof(KeyRequest), Requires = ["label"],
        Answer = typeof(NewKeyAnswer), Status = 201, Problems = [ProblemKind.KeyMadeBefore])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/keys")] HttpRequest request, CancellationToken cancellation)
    {
        var sent = await request.ReadJsonAsync<KeyRequest>(cancellation);
        return await cupboard.MakeAsync(request.Person(), sent.Label, sent.Days, request.IdempotencyKey(), cancellation) switch
        {
            MadeKey.Made made => new JsonAnswer(NewKeyAnswer.Of(made.Key, made.Plain), StatusCodes.Status201Created),
            MadeKey.Unreadable wrong => throw MouAnswers.Problem(wrong.Problems),
            _ => throw new ProblemException(ProblemKind.KeyMadeBefore),
        };
    }
}
