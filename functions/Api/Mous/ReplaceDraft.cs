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

public sealed class ReplaceDraft(OfficeDeeds deeds, MouAnswers answers)
{
    [Function(nameof(ReplaceDraft))]
    [Answers(Audience.Office)]
    [ApiOperation("Replaces the draft as a whole, if nobody changed it in between.", Request = typeof(DraftForm),
        Requires = ["kind", "title", "counterparty", "mission", "fields", "languages", "clauses"],
        Answer = typeof(MouAnswer), IsTagged = true, Problems = [ProblemKind.Refused, ProblemKind.TextTooLong])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/mous/{id}/draft")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var expected = request.ExpectedVersion();
        var form = await request.ReadJsonAsync<DraftForm>(cancellation);
        var deed = await deeds.ReplaceAsync(caller, id, form, expected, request.CommandKeyOfReplacement(caller.Principal), engine, cancellation);
        return await answers.AnswerAsync(deed, cancellation);
    }
}
