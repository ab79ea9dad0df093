using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Mous;

public sealed class ReadRoundText(OfficeCases cases, TextStore texts)
{
    [Function(nameof(ReadRoundText))]
    [Answers(Audience.Office)]
    [ApiOperation("Reads the text that a round was about.", Answer = typeof(RoundTextAnswer), IsTagged = true)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/mous/{id}/rounds/{n:int}/text")] HttpRequest request,
        string id, int n, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(request.Caller(), id, cancellation);
        var round = mou.RoundNumbered(n) ?? throw new ProblemException(ProblemKind.NotFound);
        return new JsonAnswer(new RoundTextAnswer(n, round.SubmittedAt, TextAnswer.Of(round.Text, await texts.ExpectAsync(round.Text, cancellation))));
    }
}
