using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Mous;

public sealed class ListMous(MouLists lists)
{
    [Function(nameof(ListMous))]
    [Answers(Audience.OfficeOrDesk)]
    [ApiOperation("Lists the office's MOUs, newest first; to the desk, all.", Answer = typeof(MouListAnswer), IsTagged = true, IsPaged = true)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/mous")] HttpRequest request, CancellationToken cancellation)
    {
        var paging = Paging.Of(request);
        var page = await lists.OfCallerAsync(request.Caller(), paging, cancellation);
        return new JsonAnswer(MouListAnswer.Of(page)) { Next = paging.NextAddress(request, page.Next) };
    }
}
