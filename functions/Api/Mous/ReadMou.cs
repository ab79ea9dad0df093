using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Mous;

public sealed class ReadMou(OfficeCases cases, MouAnswers answers)
{
    [Function(nameof(ReadMou))]
    [Answers(Audience.Office)]
    [ApiOperation("Reads one MOU with its present text.", Answer = typeof(MouAnswer), IsTagged = true)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/mous/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        await answers.AnswerAsync(await cases.FindAsync(request.Caller(), id, cancellation), cancellation);
}
