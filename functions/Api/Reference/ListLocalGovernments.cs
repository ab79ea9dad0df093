using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Api.Requests;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Reference;

public sealed class ListLocalGovernments(ReferenceTables reference)
{
    [Function(nameof(ListLocalGovernments))]
    [Answers(Audience.Anyone)]
    [ApiOperation("Lists local governments, also former ones, with the days from and to which they exist.", Answer = typeof(LocalGovernmentListAnswer), IsTagged = true)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reference/local-governments")] HttpRequest request, CancellationToken cancellation)
    {
        var all = await reference.LocalGovernmentsAsync(cancellation);
        return new JsonAnswer(new LocalGovernmentListAnswer([.. all.Select(LocalGovernmentAnswer.Of)]));
    }
}
