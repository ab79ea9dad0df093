using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Signing;

public sealed class SendFreshSignatureLink(FreshLinkPages pages)
{
    [Function(nameof(SendFreshSignatureLink))]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign/{token}/fresh-link")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation) =>
        pages.SendAsync(request, token, null, engine, cancellation);
}
