using LocalDiplomacy.Functions.Administration.Reference;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Api.Requests;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Desk;

/// <summary>Missions at the desk: listed, read, added, replaced. Their addresses change elsewhere.</summary>
public sealed class EditMissions(ReferenceDesk desk, ReferenceDeeds deeds, TimeProvider time)
{
    [Function("ListDeskMissions")]
    [Answers(Audience.Desk)]
    [ApiOperation("Lists missions with their addresses, each with its version.", Answer = typeof(DeskMissionListAnswer), IsTagged = true)]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/missions")] HttpRequest request, CancellationToken cancellation) =>
        new JsonAnswer(new DeskMissionListAnswer([.. (await desk.MissionsAsync(cancellation)).Select(row => DeskMissionAnswer.Of(row, time.GetUtcNow()))]));

    [Function("AddDeskMission")]
    [Answers(Audience.Desk)]
    [ApiOperation("Adds a mission, without an address.", Request = typeof(MissionRequest), Requires = ["id", "country", "name", "region", "language"],
        Answer = typeof(DeskMissionAnswer), Status = 201, Problems = [ProblemKind.RowAlreadyThere])]
    public async Task<IActionResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/desk/missions")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        var sent = await request.ReadJsonAsync<MissionRequest>(cancellation);
        _ = request.IdempotencyKey();
        return DeskAnswering.Answer(await deeds.AddAsync(request, FormOf(sent), sent.Reason, engine, cancellation), time.GetUtcNow(), StatusCodes.Status201Created);
    }

    [Function("ReadDeskMission")]
    [Answers(Audience.Desk)]
    [ApiOperation("Reads a mission with its address, its version and what waits for a second administrator.", Answer = typeof(DeskMissionAnswer), IsTagged = true)]
    public async Task<IActionResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/missions/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        await desk.FindAsync(new Workflows.Lifecycle.MissionId(id), cancellation) is { } there
            ? DeskAnswering.Answer(new RowResult<Mission>.Done(there), time.GetUtcNow()) : throw new ProblemException(ProblemKind.NotFound);

    [Function("ReplaceDeskMission")]
    [Answers(Audience.Desk)]
    [ApiOperation("Replaces a mission's row as a whole, but for its address.", Request = typeof(MissionRequest), Requires = ["country", "name", "region", "language"],
        Answer = typeof(DeskMissionAnswer), IsTagged = true)]
    public async Task<IActionResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/desk/missions/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var version = request.ExpectedVersion();
        var sent = await request.ReadJsonAsync<MissionRequest>(cancellation);
        return DeskAnswering.Answer(await deeds.ReplaceAsync(request, id, FormOf(sent), version, sent.Reason, engine, cancellation), time.GetUtcNow());
    }

    private static MissionForm FormOf(MissionRequest sent) => new(
        sent.Id, sent.Country, sent.Name, sent.Region, sent.Language, sent.TimeZone, sent.ClosedDays, sent.ValidFrom, sent.ValidTo);
}
