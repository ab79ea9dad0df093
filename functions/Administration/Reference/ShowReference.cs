using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.Administration.Reference;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Administration.Reference;

/// <summary>The reference tables, and what waits for a second administrator.</summary>
public sealed class ShowReference(PageAnswers pages, ReferenceDesk desk)
{
    [Function(nameof(ShowReference))]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/reference")] HttpRequest request, CancellationToken cancellation) =>
        await pages.ShowAsync<ReferencePage>(request, new()
        {
            [nameof(ReferencePage.Governments)] = (await desk.LocalGovernmentsAsync(cancellation)).Count,
            [nameof(ReferencePage.Missions)] = await desk.MissionsAsync(cancellation),
        });
}
