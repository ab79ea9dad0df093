using LocalDiplomacy.Functions.Administration;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Desk;

/// <summary>Where all MOUs stand, in numbers, and the list behind each number.</summary>
public sealed class ReadOverview(OverviewReading overview, MouLists lists)
{
    [Function(nameof(ReadOverview))]
    [Answers(Audience.Association)]
    [ApiOperation("Tells where all MOUs stand: how many by list, who waits longest, and which orchestrations need somebody.", Answer = typeof(OverviewAnswer), IsTagged = true)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/overview")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        return new JsonAnswer(OverviewAnswer.Of(await overview.ReadAsync(engine, cancellation)));
    }

    [Function("ReadDeskList")]
    [Answers(Audience.Association)]
    [ApiOperation("Lists the MOUs of one of the overview's numbers, by its name there.", Answer = typeof(MouListAnswer), IsTagged = true, IsPaged = true, Problems = [ProblemKind.NotFound])]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/lists/{list}")] HttpRequest request, string list, CancellationToken cancellation)
    {
        var selection = CaseSelection.Named(list) ?? throw new ProblemException(ProblemKind.NotFound);
        var paging = Paging.Of(request);
        var page = await lists.OfAsync(selection, paging, cancellation);
        return new JsonAnswer(MouListAnswer.Of(page)) { Next = paging.NextAddress(request, page.Next) };
    }
}
