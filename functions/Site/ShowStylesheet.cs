using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Site;

public sealed class ShowStylesheet
{
    [Function(nameof(ShowStylesheet))]
    [Answers(Audience.Anyone, Alike = true)]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "style.css")] HttpRequest request) =>
        new StaticFile(System.Text.Encoding.UTF8.GetBytes(Stylesheet.Content), Stylesheet.ContentType, Stylesheet.Version);
}
