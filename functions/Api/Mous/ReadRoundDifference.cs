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

public sealed class ReadRoundDifference(OfficeCases cases, TextStore texts)
{
    [Function(nameof(ReadRoundDifference))]
    [Answers(Audience.Office)]
    [ApiOperation("Reads what changed from the round before to this one, per clause and language: by words, and by syllables where words carry their particles.",
        Answer = typeof(TextDifferenceAnswer), IsTagged = true)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/mous/{id}/rounds/{n:int}/difference")] HttpRequest request,
        string id, int n, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(request.Caller(), id, cancellation);
        var round = mou.RoundNumbered(n) ?? throw new ProblemException(ProblemKind.NotFound);
        var before = mou.RoundNumbered(n - 1)?.Text;
        return new JsonAnswer(TextDifferenceAnswer.Of(
            n, before, round.Text, before is { } hash ? await texts.ExpectAsync(hash, cancellation) : null, await texts.ExpectAsync(round.Text, cancellation)));
    }
}
