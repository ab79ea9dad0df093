using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Api.Requests;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Mous;

public sealed class SubmitDraft(OfficeDeeds deeds, MouAnswers answers)
{
    [Function(nameof(SubmitDraft))]
    [Answers(Audience.Office)]
    [ApiOperation("Sends the draft to its embassy: opens the next round of review.", Request = typeof(SubmitRequest), Requires = ["textHash"],
        Answer = typeof(MouAnswer), IsTagged = true, Problems = [ProblemKind.Refused, ProblemKind.MissionWithoutAddress, ProblemKind.PartyNoLongerExists, ProblemKind.MissionNotThere])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mous/{id}/submit")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var sent = await request.ReadJsonAsync<SubmitRequest>(cancellation);
        var deed = await deeds.SubmitAsync(caller, id, sent.TextHash, request.CommandKey(caller.Principal), engine, cancellation);
        return await answers.AnswerAsync(deed, cancellation);
    }
}
