using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.Administration;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration;

/// <summary>Where all MOUs stand, and what needs somebody.</summary>
public sealed class ShowDesk(OverviewReading overview, PageAnswers pages)
{
    [Function(nameof(ShowDesk))]
    [Answers(Audience.Association)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        var (cases, stuck, failed) = await overview.ReadAsync(engine, cancellation);
        return await pages.ShowAsync<OverviewPage>(request, new()
        {
            [nameof(OverviewPage.Overview)] = cases,
            [nameof(OverviewPage.Stuck)] = stuck,
            [nameof(OverviewPage.Failed)] = failed,
        });
    }
}
