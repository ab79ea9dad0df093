using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Mous;

public sealed class ReadComments(OfficeCases cases)
{
    [Function(nameof(ReadComments))]
    [Answers(Audience.Office)]
    [ApiOperation("Reads what the embassies and the ministry said at clauses. The action \"answer-comment\" answers one of them.", Answer = typeof(CommentsAnswer), IsTagged = true)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/mous/{id}/comments")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(request.Caller(), id, cancellation);
        return new JsonAnswer(CommentsAnswer.Of(ClauseComments.Of(await cases.HistoryAsync(mou, cancellation))));
    }
}
