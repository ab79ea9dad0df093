using LocalDiplomacy.Functions.Administration.People;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Api.Requests;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Desk;

/// <summary>What administrators do about people and keys, as JSON.</summary>
public sealed class EditPeople(PeopleDeeds deeds, TimeProvider time)
{
    [Function("AddPerson")]
    [Answers(Audience.Desk)]
    [ApiOperation("Adds a person. An administrator counts once another administrator confirms it: see “waiting”.", Request = typeof(PersonRequest),
        Requires = ["name", "jobTitle", "address", "role", "language", "reason"], Answer = typeof(PersonAnswer), Status = 201)]
    public async Task<IActionResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/desk/people")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        var sent = await request.ReadJsonAsync<PersonRequest>(cancellation);
        return Answer(await deeds.AddAsync(request, sent.Form(), sent.Reason, engine, cancellation), StatusCodes.Status201Created);
    }

    [Function("ReplacePerson")]
    [Answers(Audience.Desk)]
    [ApiOperation("Changes a person as a whole. Another address, or the role of administrator, counts once another administrator confirms it: see “waiting”.",
        Request = typeof(PersonRequest), Requires = ["name", "jobTitle", "address", "role", "language", "reason"], Answer = typeof(PersonAnswer), IsTagged = true,
        Problems = [ProblemKind.OwnRole, ProblemKind.ChangeWaits, ProblemKind.AccessEnded])]
    public async Task<IActionResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/desk/people/persons/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var version = request.ExpectedVersion();
        var sent = await request.ReadJsonAsync<PersonRequest>(cancellation);
        return Answer(await deeds.ChangeAsync(request, id, sent.Form(), version, sent.Reason, engine, cancellation));
    }

    [Function("EndPerson")]
    [Answers(Audience.Desk)]
    [ApiOperation("Ends a person’s access at once, in every browser. What the person did stays; the address goes.", Request = typeof(ReasonRequest), Requires = ["reason"],
        Answer = typeof(PersonAnswer), Problems = [ProblemKind.OwnRole, ProblemKind.ChangeWaits])]
    public async Task<IActionResult> EndAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/desk/people/persons/{id}/end")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var sent = await request.ReadJsonAsync<ReasonRequest>(cancellation);
        _ = request.IdempotencyKey();
        return Answer(await deeds.EndAsync(request, id, sent.Reason, cancellation));
    }

    [Function("ConfirmPerson")]
    [Answers(Audience.Desk)]
    [ApiOperation("Confirms another administrator’s proposal: it counts from then on.", Answer = typeof(PersonAnswer),
        Problems = [ProblemKind.ProposerCannotConfirm, ProblemKind.ProposalExpired, ProblemKind.ProposalIsOver, ProblemKind.AddressTakenMeanwhile])]
    public async Task<IActionResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/desk/people/proposals/{number:int}/confirm")] HttpRequest request, int number, CancellationToken cancellation)
    {
        _ = request.IdempotencyKey();
        return Answer(await deeds.ConfirmAsync(request, number, cancellation));
    }

    [Function("WithdrawPerson")]
    [Answers(Audience.Desk)]
    [ApiOperation("Takes a proposal back, or turns another administrator’s down. Somebody who was only proposed is there no more: 204.", Answer = typeof(PersonAnswer),
        Problems = [ProblemKind.ProposalIsOver])]
    public async Task<IActionResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/desk/people/proposals/{number:int}/withdraw")] HttpRequest request, int number, CancellationToken cancellation)
    {
        _ = request.IdempotencyKey();
        return Answer(await deeds.WithdrawAsync(request, number, cancellation));
    }

    [Function("EndKeyOfOffice")]
    [Answers(Audience.Desk)]
    [ApiOperation("Revokes an office’s API key at once, with a reason that the office reads.", Request = typeof(ReasonRequest), Requires = ["reason"], Answer = typeof(KeyAnswer))]
    public async Task<IActionResult> EndKeyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/desk/people/offices/{id}/keys/{key}/end")] HttpRequest request, string id, string key, CancellationToken cancellation)
    {
        var sent = await request.ReadJsonAsync<ReasonRequest>(cancellation);
        _ = request.IdempotencyKey();
        return await deeds.EndKeyAsync(request, new(id), key, sent.Reason, cancellation) switch
        {
            KeyEnded.Done done => new JsonAnswer(KeyAnswer.Of(done.Key)),
            KeyEnded.Unreadable wrong => throw MouAnswers.Problem(wrong.Problems),
            _ => throw new ProblemException(ProblemKind.NotFound),
        };
    }

    private IActionResult Answer(PeopleResult result, int status = StatusCodes.Status200OK) => result switch
    {
        PeopleResult.Done done => new JsonAnswer(Of(done.Standing), status)
        {
            EntityTag = EntityTags.Of(done.Standing.Version),
            Location = status == StatusCodes.Status201Created ? "/api/desk/people/persons/" + done.Standing.Person.Id : null,
        },
        PeopleResult.Gone => new NoContentResult(),
        PeopleResult.Unreadable wrong => throw MouAnswers.Problem(wrong.Problems),
        PeopleResult.Stale stale => throw new ProblemException(new Problem(ProblemKind.Stale) { Current = Of(stale.Current) }),
        PeopleResult.Refused refused => throw new ProblemException(new Problem(PeopleDeeds.KindOf(refused.Why)) { Current = refused.Current is { } there ? Of(there) : null }),
        _ => throw new ProblemException(ProblemKind.NotFound),
    };

    private PersonAnswer Of(PersonStanding standing) => PersonAnswer.Of(standing, isInFull: true, time.GetUtcNow());
}
