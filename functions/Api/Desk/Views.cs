using LocalDiplomacy.Functions.Administration.Search;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Api.Requests;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Secretariat;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Desk;

/// <summary>Searches that were saved under a name.</summary>
public sealed class Views(SavedViews views, ViewDeeds deeds)
{
    [Function("ListViews")]
    [Answers(Audience.Association)]
    [ApiOperation("Lists the searches that the caller saved, and those for everybody of the association.", Answer = typeof(ViewListAnswer), IsTagged = true)]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/views")] HttpRequest request, CancellationToken cancellation) =>
        new JsonAnswer(new ViewListAnswer([.. (await views.OfAsync(request.Person(), cancellation)).Select(ViewAnswer.Of)]));

    [Function("SaveView")]
    [Answers(Audience.Association)]
    [ApiOperation("Saves a search under a name; one of that name is replaced. For everybody only by the desk's administrators.",
        Request = typeof(ViewRequest), Requires = ["name", "query"], Answer = typeof(ViewAnswer), Status = 201)]
    public async Task<IActionResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/desk/views")] HttpRequest request, CancellationToken cancellation)
    {
        _ = request.IdempotencyKey();
        var sent = await request.ReadJsonAsync<ViewRequest>(cancellation);
        return await deeds.SaveAsync(request, sent.Name, ViewDeeds.Query(sent.Query), sent.Shared is true, cancellation) switch
        {
            SavedViewResult.Saved saved => new JsonAnswer(ViewAnswer.Of(saved.View), StatusCodes.Status201Created),
            SavedViewResult.Unreadable wrong => throw MouAnswers.Problem(wrong.Problems),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not answered."),
        };
    }

    [Function("RemoveView")]
    [Answers(Audience.Association)]
    [ApiOperation("Removes a saved search.", Status = 204)]
    public async Task<IActionResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/desk/views/{view}")] HttpRequest request, string view, CancellationToken cancellation)
    {
        await deeds.RemoveAsync(request, view, cancellation);
        return new NoContentResult();
    }
}
