using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Site;

public sealed class ShowHome(PageAnswers pages)
{
    // The host gives an empty route the function's name; this one matches the empty path and nothing else.
    [Function(nameof(ShowHome))]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{ignored:maxlength(0)?}")] HttpRequest request) =>
        pages.ShowAsync<HomePage>(request, []);
}
