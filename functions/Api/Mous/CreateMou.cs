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

public sealed class CreateMou(OfficeDeeds deeds, MouAnswers answers)
{
    [Function(nameof(CreateMou))]
    [Answers(Audience.Office)]
    [ApiOperation("Begins a draft.", Request = typeof(DraftForm), Requires = ["kind", "title", "counterparty", "mission", "fields", "languages", "clauses"],
        Answer = typeof(MouAnswer), Status = 201, IsTagged = true, Problems = [ProblemKind.TextTooLong, ProblemKind.PartyNoLongerExists])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mous")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var key = request.IdempotencyKey();
        var form = await request.ReadJsonAsync<DraftForm>(cancellation);
        var deed = await deeds.CreateAsync(caller, key, form, request.CommandKey(caller.Principal), engine, cancellation);
        return await answers.AnswerAsync(deed, cancellation, StatusCodes.Status201Created);
    }
}
