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

public sealed class WithdrawMou(OfficeDeeds deeds, MouAnswers answers)
{
    [Function(nameof(WithdrawMou))]
    [Answers(Audience.Office)]
    [ApiOperation("Withdraws the MOU for good, with a reason; whoever was asked is told.", Request = typeof(WithdrawRequest), Requires = ["reason"],
        Answer = typeof(MouAnswer), IsTagged = true, Problems = [ProblemKind.Refused])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mous/{id}/withdraw")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var sent = await request.ReadJsonAsync<WithdrawRequest>(cancellation);
        var deed = await deeds.WithdrawAsync(caller, id, sent.Reason, request.CommandKey(caller.Principal), engine, cancellation);
        return await answers.AnswerAsync(deed, cancellation);
    }
}
