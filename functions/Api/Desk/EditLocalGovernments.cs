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

/// <summary>Local governments at the desk: listed, read, added, replaced.</summary>
public sealed class EditLocalGovernments(ReferenceDesk desk, ReferenceDeeds deeds)
{
    [Function("ListDeskLocalGovernments")]
    [Answers(Audience.Desk)]
    [ApiOperation("Lists local governments, also former ones, each with its version.", Answer = typeof(DeskLocalGovernmentListAnswer), IsTagged = true)]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/local-governments")] HttpRequest request, CancellationToken cancellation) =>
        new JsonAnswer(new DeskLocalGovernmentListAnswer([.. (await desk.LocalGovernmentsAsync(cancellation)).Select(DeskLocalGovernmentAnswer.Of)]));

    [Function("AddDeskLocalGovernment")]
    [Answers(Audience.Desk)]
    [ApiOperation("Adds a local government.", Request = typeof(LocalGovernmentRequest), Requires = ["id", "level", "type", "name"],
        Answer = typeof(DeskLocalGovernmentAnswer), Status = 201, Problems = [ProblemKind.RowAlreadyThere])]
    public async Task<IActionResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/desk/local-governments")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        var sent = await request.ReadJsonAsync<LocalGovernmentRequest>(cancellation);
        _ = request.IdempotencyKey();
        return DeskAnswering.Answer(await deeds.AddAsync(request, FormOf(sent), sent.Reason, engine, cancellation), StatusCodes.Status201Created);
    }

    [Function("ReadDeskLocalGovernment")]
    [Answers(Audience.Desk)]
    [ApiOperation("Reads a local government with its version.", Answer = typeof(DeskLocalGovernmentAnswer), IsTagged = true)]
    public async Task<IActionResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/local-governments/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        await desk.FindAsync(new Workflows.Lifecycle.LocalGovernmentId(id), cancellation) is { } there
            ? DeskAnswering.Answer(new RowResult<LocalGovernment>.Done(there)) : throw new ProblemException(ProblemKind.NotFound);

    [Function("ReplaceDeskLocalGovernment")]
    [Answers(Audience.Desk)]
    [ApiOperation("Replaces a local government's row as a whole.", Request = typeof(LocalGovernmentRequest), Requires = ["level", "type", "name"],
        Answer = typeof(DeskLocalGovernmentAnswer), IsTagged = true)]
    public async Task<IActionResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/desk/local-governments/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var version = request.ExpectedVersion();
        var sent = await request.ReadJsonAsync<LocalGovernmentRequest>(cancellation);
        return DeskAnswering.Answer(await deeds.ReplaceAsync(request, id, FormOf(sent), version, sent.Reason, engine, cancellation));
    }

    private static LocalGovernmentForm FormOf(LocalGovernmentRequest sent) =>
        new(sent.Id, sent.Level, sent.Parent, sent.Type, sent.Name, sent.ValidFrom, sent.ValidTo, sent.Successors);
}
