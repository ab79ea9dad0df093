using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.Administration.Search;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration.Search;

/// <summary>Saved views on the page of all MOUs. An operator or auditor has views too: they are nobody else's and change no MOU.</summary>
public sealed class ViewsOnPages(ViewDeeds deeds, CaseSearch search)
{
    [Function("SaveViewOnPage")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/views")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        var query = ViewDeeds.Query(sent["query"]);
        return await deeds.SaveAsync(request, sent["name"], query, sent["shared"] == "true", cancellation) switch
        {
            SavedViewResult.Unreadable wrong => await search.ShowAgainAsync(request, query, sent["name"], wrong.Problems, engine, cancellation),
            _ => new SeeOther(CaseAddress.Of(query)),
        };
    }

    [Function("RemoveViewOnPage")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/views/{view}/remove")] HttpRequest request, string view, CancellationToken cancellation)
    {
        await deeds.RemoveAsync(request, view, cancellation);
        return new SeeOther(CaseAddress.Page);
    }
}
