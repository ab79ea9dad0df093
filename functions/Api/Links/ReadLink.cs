using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Links;

public sealed class ReadLink(LinkDesk desk, LinkAnswers answers)
{
    [Function(nameof(ReadLink))]
    [Answers(Audience.Anyone)]
    [ApiOperation("Reads what a link asks of its holder, and the text it is about.", Answer = typeof(LinkAnswer), IsTagged = true, Problems = [ProblemKind.LinkOver])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/links/{token}")] HttpRequest request, string token, CancellationToken cancellation) =>
        new JsonAnswer(await answers.AnswerAsync(await desk.OpenAsync(token, cancellation), cancellation));
}
