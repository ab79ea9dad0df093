using LocalDiplomacy.Functions.Administration.Search;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration;

/// <summary>All MOUs, those that somebody looks for, and those that have something in common.</summary>
public sealed class ShowDeskLists(CaseSearch search)
{
    [Function("ShowDeskMous")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> AllAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/mous")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation) =>
        await search.ShowAsync(request, request.CaseQuery(), null, engine, cancellation);

    [Function("ShowDeskList")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> SomeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/lists/{list}")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string list, CancellationToken cancellation)
    {
        var selection = CaseSelection.Named(list) ?? throw new ProblemException(ProblemKind.NotFound);
        return await search.ShowAsync(request, selection.Query, selection, engine, cancellation);
    }
}
