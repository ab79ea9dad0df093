using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Administration.People;

/// <summary>People, keys and sign-ins as everybody of the association reads them.</summary>
public sealed class ShowPeople(PeoplePages pages)
{
    [Function(nameof(ShowPeople))]
    [Answers(Audience.Association)]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/people")] HttpRequest request, CancellationToken cancellation) =>
        pages.ShowAsync(request, request.PeopleQuery(), cancellation);

    [Function("ShowPerson")]
    [Answers(Audience.Association)]
    public Task<IActionResult> PersonAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/people/persons/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        pages.ShowPersonAsync(request, id, cancellation);

    [Function("ShowOfficePeople")]
    [Answers(Audience.Association)]
    public Task<IActionResult> OfficeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/people/offices/{office}")] HttpRequest request, string office, CancellationToken cancellation) =>
        pages.ShowOfficeAsync(request, office, cancellation);

    [Function("ShowPeopleChanges")]
    [Answers(Audience.Association)]
    public Task<IActionResult> ChangesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/people/changes")] HttpRequest request, CancellationToken cancellation) =>
        pages.ShowChangesAsync(request, cancellation);

    [Function("ShowSignIns")]
    [Answers(Audience.Association)]
    public Task<IActionResult> SignInsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/people/sign-ins")] HttpRequest request, CancellationToken cancellation) =>
        pages.ShowSignInsAsync(request, cancellation);
}
