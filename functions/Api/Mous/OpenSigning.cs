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

public sealed class OpenSigning(OfficeDeeds deeds, MouAnswers answers)
{
    [Function(nameof(OpenSigning))]
    [Answers(Audience.Office)]
    [ApiOperation("Asks both signers to sign the agreed text, each by a link of their own; again, replaces a signer who has not signed.",
        Request = typeof(SigningForm), Requires = ["textHash", "localGovernment", "counterparty", "agreementStatement"],
        Answer = typeof(MouAnswer), IsTagged = true, Problems = [ProblemKind.Refused])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mous/{id}/signing")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var form = await request.ReadJsonAsync<SigningForm>(cancellation);
        var deed = await deeds.OpenSigningAsync(caller, id, form, request.CommandKey(caller.Principal), engine, cancellation);
        return await answers.AnswerAsync(deed, cancellation);
    }
}
