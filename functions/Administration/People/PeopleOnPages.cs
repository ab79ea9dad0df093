using LocalDiplomacy.Functions.Administration.Reference;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration.People;

/// <summary>What administrators do about people at the desk's pages.</summary>
public sealed class PeopleOnPages(PeoplePages pages, PeopleDeeds deeds)
{
    private const string Home = "/desk/people";

    [Function("ShowNewPerson")]
    [Answers(Audience.Desk)]
    public Task<IActionResult> NewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/people/new")] HttpRequest request, CancellationToken cancellation) =>
        pages.ShowNewAsync(request, cancellation);

    [Function("AddPersonOnPage")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/people/new")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        var typed = sent.PersonForm();
        return await deeds.AddAsync(request, typed, sent["reason"], engine, cancellation) switch
        {
            PeopleResult.Done done => new SeeOther(AddressOf(done.Standing.Person.Id)),
            PeopleResult.Unreadable wrong => await pages.ShowNewAsync(request, cancellation, typed, sent["reason"], wrong.Problems),
            PeopleResult.Refused refused => throw new ProblemException(PeopleDeeds.KindOf(refused.Why)),
            var other => throw new InvalidOperationException($"{other.GetType().Name} has no answer."),
        };
    }

    [Function("ChangePersonOnPage")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/people/persons/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string id, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        var typed = sent.PersonForm();
        // A form without its version saw none: it is stale, whatever is there.
        var result = await deeds.ChangeAsync(request, id, typed, ReferenceFields.Number(sent["version"]) ?? -1, sent["reason"], engine, cancellation);
        return await AnswerAsync(request, id, result, typed, sent["reason"], cancellation);
    }

    [Function("EndPersonOnPage")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> EndAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/people/persons/{id}/end")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        return await AnswerAsync(request, id, await deeds.EndAsync(request, id, sent["reason"], cancellation), null, sent["reason"], cancellation);
    }

    [Function("ConfirmPersonOnPage")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/people/proposals/{number:int}/confirm")] HttpRequest request, int number, CancellationToken cancellation)
    {
        await request.ReadPageFormAsync(cancellation);
        return await AnswerAsync(request, await deeds.ConfirmAsync(request, number, cancellation), cancellation);
    }

    [Function("WithdrawPersonOnPage")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/people/proposals/{number:int}/withdraw")] HttpRequest request, int number, CancellationToken cancellation)
    {
        await request.ReadPageFormAsync(cancellation);
        return await AnswerAsync(request, await deeds.WithdrawAsync(request, number, cancellation), cancellation);
    }

    [Function("EndKeyOnDeskPage")]
    [Answers(Audience.Desk)]
    public async Task<IActionResult> EndKeyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/people/offices/{office}/keys/{key}/end")] HttpRequest request, string office, string key, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        return await deeds.EndKeyAsync(request, new(office), key, sent["reason"], cancellation) switch
        {
            KeyEnded.Done => new SeeOther($"{Home}/offices/{Uri.EscapeDataString(office)}"),
            KeyEnded.Unreadable wrong => await pages.ShowOfficeAsync(request, office, cancellation, key, wrong.Problems),
            _ => throw new ProblemException(ProblemKind.NotFound),
        };
    }

    private async Task<IActionResult> AnswerAsync(
        HttpRequest request, string id, PeopleResult result, PersonForm? typed, string? reason, CancellationToken cancellation) => result switch
        {
            PeopleResult.Done => new SeeOther(AddressOf(id)),
            PeopleResult.NotThere => throw new ProblemException(ProblemKind.NotFound),
            _ => await pages.ShowPersonAsync(request, id, cancellation, result, typed, reason),
        };

    /// <summary>Of a proposal: refused, the person's page says so where there still is one.</summary>
    private async Task<IActionResult> AnswerAsync(HttpRequest request, PeopleResult result, CancellationToken cancellation) => result switch
    {
        PeopleResult.Done done => new SeeOther(AddressOf(done.Standing.Person.Id)),
        PeopleResult.Gone => new SeeOther(Home),
        PeopleResult.Refused { Current: { } there } => await pages.ShowPersonAsync(request, there.Person.Id, cancellation, result),
        PeopleResult.Refused refused => await pages.ShowAsync(request, null, cancellation, new Problem(PeopleDeeds.KindOf(refused.Why))),
        var other => throw new InvalidOperationException($"{other.GetType().Name} has no answer."),
    };

    private static string AddressOf(string id) => $"{Home}/persons/{id}";
}
