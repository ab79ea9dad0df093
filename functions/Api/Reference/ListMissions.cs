using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Reference;

public sealed class ListMissions(ReferenceTables reference)
{
    [Function(nameof(ListMissions))]
    [Answers(Audience.Anyone, Alike = true)]
    [ApiOperation("Lists diplomatic missions in Seoul, and whether an address for reviews is on file.", Answer = typeof(MissionListAnswer), IsTagged = true)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reference/missions")] HttpRequest request, CancellationToken cancellation)
    {
        var all = await reference.MissionsAsync(cancellation);
        return new JsonAnswer(new MissionListAnswer([.. all.Select(MissionAnswer.Of)]));
    }
}
