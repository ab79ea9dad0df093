using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.OfficePortal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Mous;

public sealed class SubmitDraft(OfficeDeeds deeds, MouAnswers answers)
{
    [Function(nameof(SubmitDraft))]
    [Answers(Audience.Office)]
    [ApiOperation("Sends the draft to its embassy: opens the next round of review.", Request = typeof(SubmissionForm), Requires = ["textHash"],
        Answer = typeof(MouAnswer), IsTagged = true, Problems = [ProblemKind.Refused, ProblemKind.MissionWithoutAddress, ProblemKind.PartyNoLongerExists, ProblemKind.MissionNotThere, ProblemKind.ScreeningErrors])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mous/{id}/submit")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var sent = await request.ReadJsonAsync<SubmissionForm>(cancellation);
        var deed = await deeds.SubmitAsync(caller, id, sent, request.CommandKey(caller.Principal), engine, cancellation);
        return await answers.AnswerAsync(deed, cancellation);
    }
}
