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
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        var read = await overview.ReadAsync(engine, cancellation);
        return await pages.ShowAsync<OverviewPage>(request, new()
        {
            [nameof(OverviewPage.Overview)] = read.Cases,
            [nameof(OverviewPage.Stuck)] = read.Stuck,
            [nameof(OverviewPage.Failed)] = read.Failed,
            [nameof(OverviewPage.ChangedLately)] = read.ChangedLately,
            [nameof(OverviewPage.Parts)] = read.Parts.Select(part => (part.Name, part.Status == Health.Well)).ToList(),
            [nameof(OverviewPage.Offices)] = (await reference.LocalGovernmentsAsync(cancellation)).ToDictionary(office => office.Id),
            [nameof(OverviewPage.Missions)] = (await reference.MissionsAsync(cancellation)).ToDictionary(mission => mission.Id),
        });
    }
}
