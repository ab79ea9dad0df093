using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Site;

public sealed class ShowScript
{
    [Function(nameof(ShowScript))]
    [Answers(Audience.Anyone, Alike = true)]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "script.js")] HttpRequest request) =>
        new StaticFile(System.Text.Encoding.UTF8.GetBytes(Script.Content), Script.ContentType, Script.Version);
}
