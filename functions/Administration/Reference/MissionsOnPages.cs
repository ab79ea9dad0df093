using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration.Reference;

/// <summary>Missions at the desk's pages.</summary>
public sealed class MissionsOnPages(ReferencePages pages, ReferenceDeeds deeds)
{
    [Function("ShowMissions")]
    [Answers(Audience.Desk)]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/reference/missions")] HttpRequest request, CancellationToken cancellation) =>
        pages.ShowMissionsAsync(request, cancellation);

    [Function("ShowMission")]
    [Answers(Audience.Desk)]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/reference/missions/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        pages.ShowMissionAsync(request, id, cancellation);

    [Function("SaveMission")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/reference/missions/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        var form = ReferenceFields.Mission(sent, id == ReferencePages.New ? null : id);
        var result = id == ReferencePages.New
            ? await deeds.AddAsync(request, form, sent["changeReason"], engine, cancellation)
            : await deeds.ReplaceAsync(request, id, form, ReferenceFields.Number(sent["version"]) ?? 0, sent["changeReason"], engine, cancellation);
        return result is RowResult<Mission>.Done done
            ? new SeeOther("/desk/reference/missions/" + done.Standing.Row.Id.Value)
            : await pages.ShowMissionAsync(request, id, cancellation, form, sent["changeReason"], result);
    }
}
