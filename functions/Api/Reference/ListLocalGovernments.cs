using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Reference;

public sealed class ListLocalGovernments(ReferenceTables reference)
{
    [Function(nameof(ListLocalGovernments))]
    [Answers(Audience.Anyone, Alike = true)]
    [ApiOperation("Lists local governments, also former ones, with the days from and to which they exist.", Answer = typeof(LocalGovernmentListAnswer), IsTagged = true)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reference/local-governments")] HttpRequest request, CancellationToken cancellation)
    {
        var all = await reference.LocalGovernmentsAsync(cancellation);
        return new JsonAnswer(new LocalGovernmentListAnswer([.. all.Select(LocalGovernmentAnswer.Of)]));
    }
}
