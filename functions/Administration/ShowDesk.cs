using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.Administration;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration;

public sealed class ShowDesk(MouLists lists, ReferenceTables reference, PageAnswers pages)
{
    [Function(nameof(ShowDesk))]
    [Answers(Audience.Association)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        var paging = Paging.Of(request);
        var page = await lists.OfCallerAsync(request.Caller(), paging, cancellation);
        return await pages.ShowAsync<DeskPage>(request, new()
        {
            [nameof(DeskPage.Rows)] = await DeskRows.OfAsync(page.Items, engine, cancellation),
            [nameof(DeskPage.Next)] = page.Next,
            [nameof(DeskPage.IsFirstPage)] = paging.Cursor is null,
            [nameof(DeskPage.Offices)] = (await reference.LocalGovernmentsAsync(cancellation)).ToDictionary(o => o.Id),
            [nameof(DeskPage.Missions)] = (await reference.MissionsAsync(cancellation)).ToDictionary(m => m.Id),
        });
    }
}
