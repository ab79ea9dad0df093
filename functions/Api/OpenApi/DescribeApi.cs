using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.OpenApi;

public sealed class DescribeApi
{
    [Function(nameof(DescribeApi))]
    [Answers(Audience.Anyone, Alike = true)]
    [ApiOperation("Describes this API.", Answer = typeof(JsonObject), IsTagged = true)]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/openapi.json")] HttpRequest request) =>
        new JsonAnswer(OpenApiDocument.Value);
}
