using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Keys;

public sealed class ListKeys(ApiKeys keys)
{
    [Function(nameof(ListKeys))]
    [Answers(Audience.OfficePeople)]
    [ApiOperation("Lists the office's API keys, without the keys themselves.", Answer = typeof(KeyListAnswer), IsTagged = true)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/keys")] HttpRequest request, CancellationToken cancellation)
    {
        var all = await keys.ListAsync(request.Caller().Office!.Value, cancellation);
        return new JsonAnswer(new KeyListAnswer([.. all.Select(KeyAnswer.Of)]));
    }
}
