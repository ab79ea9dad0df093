using LocalDiplomacy.Functions.Administration.People;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.People;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Desk;

/// <summary>People, keys and sign-ins as JSON, for everybody of the association. Only administrators read addresses in full.</summary>
public sealed class ReadPeople(PeopleBook book, SignInLog log, ApiKeys keys, ReferenceTables reference, TimeProvider time)
{
    [Function("ListPeople")]
    [Answers(Audience.Association)]
    [ApiOperation("Lists people, those whose access ended too; with q those in whose name, title, address or office the words are found.",
        Answer = typeof(PeopleAnswer), IsTagged = true, IsPeopleSearch = true)]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/people")] HttpRequest request, CancellationToken cancellation)
    {
        var offices = (await reference.LocalGovernmentsAsync(cancellation)).ToDictionary(office => office.Id);
        var found = PeopleSearch.Find(await book.AllAsync(cancellation), request.PeopleQuery(), offices);
        return new JsonAnswer(new PeopleAnswer([.. found.OrderBy(one => one.Person.Id, StringComparer.Ordinal).Select(one => PersonAnswer.Of(one, request.Caller().IsDesk, time.GetUtcNow()))]));
    }

    [Function("ReadPerson")]
    [Answers(Audience.Association)]
    [ApiOperation("Reads a person with what waits for a second administrator.", Answer = typeof(PersonAnswer), IsTagged = true)]
    public async Task<IActionResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/people/persons/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        await book.FindAsync(id, cancellation) is { } there
            ? new JsonAnswer(PersonAnswer.Of(there, request.Caller().IsDesk, time.GetUtcNow())) { EntityTag = EntityTags.Of(there.Version) }
            : throw new ProblemException(ProblemKind.NotFound);

    [Function("ListPeopleChanges")]
    [Answers(Audience.Association)]
    [ApiOperation("Lists what was done about people, by whom and why, newest first. Nothing in it ever changes; addresses are masked.",
        Answer = typeof(PeopleChangesAnswer), IsTagged = true, IsPaged = true)]
    public async Task<IActionResult> ChangesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/people/changes")] HttpRequest request, CancellationToken cancellation)
    {
        var paging = Paging.Of(request);
        var changes = await book.ChangesAsync(null, paging.Limit, paging.Number(), cancellation);
        return new JsonAnswer(new PeopleChangesAnswer([.. changes.Select(PersonChangeAnswer.Of)], PeopleReading.NextOf(changes, paging)))
        {
            Next = paging.NextAddress(request, PeopleReading.NextOf(changes, paging)),
        };
    }

    [Function("ListSignIns")]
    [Answers(Audience.Association)]
    [ApiOperation("Lists who came in and who tried to on a day in Seoul, newest first; what addresses did that are nobody’s is only counted.",
        Answer = typeof(SignInsAnswer), IsTagged = true, IsPaged = true, IsOfDay = true)]
    public async Task<IActionResult> SignInsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/people/sign-ins")] HttpRequest request, CancellationToken cancellation)
    {
        var (day, paging) = (request.SignInDay() ?? SeoulTime.DayOf(time.GetUtcNow()), Paging.Of(request));
        var (entries, next) = await log.OfDayAsync(day, paging.Limit, paging.SignInKey(), cancellation);
        return new JsonAnswer(SignInsAnswer.Of(day, entries, await log.UnknownAsync(day, cancellation), next))
        {
            Next = paging.NextAddress(request, next, $"day={day:yyyy-MM-dd}"),
        };
    }

    [Function("ListSignInsOfPerson")]
    [Answers(Audience.Association)]
    [ApiOperation("Lists when a person came in or tried to, newest first.", Answer = typeof(PersonSignInsAnswer), IsTagged = true, IsPaged = true)]
    public async Task<IActionResult> SignInsOfAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/people/persons/{id}/sign-ins")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (await book.FindAsync(id, cancellation) is null) throw new ProblemException(ProblemKind.NotFound);
        var paging = Paging.Of(request);
        var (entries, next) = await log.OfPersonAsync(id, paging.Limit, paging.SignInKey(), cancellation);
        return new JsonAnswer(new PersonSignInsAnswer([.. entries.Select(SignInAnswer.Of)], next)) { Next = paging.NextAddress(request, next) };
    }

    [Function("ListKeysOfOffice")]
    [Answers(Audience.Association)]
    [ApiOperation("Lists an office’s API keys, those that ended too, without the keys themselves.", Answer = typeof(KeyListAnswer), IsTagged = true)]
    public async Task<IActionResult> KeysAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/people/offices/{id}/keys")] HttpRequest request, string id, CancellationToken cancellation) =>
        await reference.FindLocalGovernmentAsync(new(id), cancellation) is null ? throw new ProblemException(ProblemKind.NotFound)
            : new JsonAnswer(new KeyListAnswer([.. (await keys.ListAsync(new(id), cancellation)).Select(KeyAnswer.Of)]));
}
