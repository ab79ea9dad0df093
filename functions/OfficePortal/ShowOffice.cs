using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class ShowOffice(MouLists lists, ReferenceTables reference, PageAnswers pages)
{
    [Function(nameof(ShowOffice))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office")] HttpRequest request, CancellationToken cancellation)
    {
        var paging = Paging.Of(request);
        return await pages.ShowAsync<OfficePage>(request, new()
        {
            [nameof(OfficePage.Office)] = await reference.ExpectLocalGovernmentAsync(request.Caller().Office!.Value, cancellation),
            [nameof(OfficePage.Cases)] = await lists.OfCallerAsync(request.Caller(), paging, cancellation),
            [nameof(OfficePage.Missions)] = (await reference.MissionsAsync(cancellation)).ToDictionary(m => m.Id),
            [nameof(OfficePage.IsFirstPage)] = paging.Cursor is null,
        });
    }
}
