using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.Administration;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration;

/// <summary>Where all MOUs stand, and what needs somebody.</summary>
public sealed class ShowDesk(OverviewReading overview, ReferenceTables reference, PageAnswers pages)
{
    [Function(nameof(ShowDesk))]
    [Answers(Audience.Association)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation) =>
        await pages.ShowAsync<OverviewPage>(request, await NumbersAsync(engine, cancellation));

    /// <summary>The numbers alone, for the page's script: nothing of them changed, nothing is sent.</summary>
    [Function("ShowDeskOverview")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> PartsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/overview")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation) =>
        await pages.ShowTaggedPartAsync<OverviewParts>(request, await NumbersAsync(engine, cancellation));

    private async Task<Dictionary<string, object?>> NumbersAsync(DurableTaskClient engine, CancellationToken cancellation)
    {
        var read = await overview.ReadAsync(engine, cancellation);
        return new()
        {
            [nameof(OverviewPage.Overview)] = read.Cases,
            [nameof(OverviewPage.Work)] = read.Work,
            [nameof(OverviewPage.FailedIds)] = read.Failed.Ids,
            [nameof(OverviewPage.FailedCount)] = read.Failed.Count,
            [nameof(OverviewPage.ChangedLately)] = read.ChangedLately,
            [nameof(OverviewPage.Alerts)] = read.Alerts,
            [nameof(OverviewPage.Parts)] = read.Parts.Select(part => (part.Name, part.Status == Health.Well)).ToList(),
            [nameof(OverviewPage.Offices)] = (await reference.LocalGovernmentsAsync(cancellation)).ToDictionary(office => office.Id),
            [nameof(OverviewPage.Missions)] = (await reference.MissionsAsync(cancellation)).ToDictionary(mission => mission.Id),
        };
    }
}
