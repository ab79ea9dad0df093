using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.Administration.Erasures;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Administration.Erasures;

/// <summary>What went because it had been kept long enough.</summary>
public sealed class ShowErasures(ErasureReading erasures, PageAnswers pages)
{
    [Function(nameof(ShowErasures))]
    [Answers(Audience.Association)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/erasures")] HttpRequest request, CancellationToken cancellation)
    {
        var paging = Paging.Of(request);
        var page = await erasures.ListAsync(paging, cancellation);
        return await pages.ShowAsync<ErasuresPage>(request, new()
        {
            [nameof(ErasuresPage.Erased)] = page.Items,
            [nameof(ErasuresPage.Next)] = page.Next,
            [nameof(ErasuresPage.IsFirstPage)] = paging.Cursor is null,
        });
    }
}
