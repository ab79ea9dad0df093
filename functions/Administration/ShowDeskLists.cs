using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.Administration;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration;

/// <summary>All MOUs, and those that have something in common.</summary>
public sealed class ShowDeskLists(MouLists lists, ReferenceTables reference, PageAnswers pages)
{
    [Function("ShowDeskMous")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> AllAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/mous")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation) =>
        await ShowAsync(request, null, await lists.OfCallerAsync(request.Caller(), Paging.Of(request), cancellation), engine, cancellation);

    [Function("ShowDeskList")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> SomeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/lists/{list}")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string list, CancellationToken cancellation)
    {
        var selection = CaseSelection.Named(list) ?? throw new ProblemException(ProblemKind.NotFound);
        return await ShowAsync(request, selection, await lists.OfAsync(selection, Paging.Of(request), cancellation), engine, cancellation);
    }

    private async Task<IActionResult> ShowAsync(HttpRequest request, CaseSelection? selection, Page<CaseRow> page, DurableTaskClient engine, CancellationToken cancellation) =>
        await pages.ShowAsync<DeskPage>(request, new()
        {
            [nameof(DeskPage.Selection)] = selection,
            [nameof(DeskPage.Rows)] = await DeskRows.OfAsync(page.Items, engine, cancellation),
            [nameof(DeskPage.Next)] = page.Next,
            [nameof(DeskPage.IsFirstPage)] = Paging.Of(request).Cursor is null,
            [nameof(DeskPage.Offices)] = (await reference.LocalGovernmentsAsync(cancellation)).ToDictionary(o => o.Id),
            [nameof(DeskPage.Missions)] = (await reference.MissionsAsync(cancellation)).ToDictionary(m => m.Id),
        });
}
