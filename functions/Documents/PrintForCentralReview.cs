using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Documents;

public sealed class PrintForCentralReview(LinkDesk links, CasePapers papers)
{
    [Function(nameof(PrintForCentralReview))]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "central-review/{token}/documents/{document}")] HttpRequest request,
        string token, string document, CancellationToken cancellation) =>
        await papers.AnswerAsync(await links.OpenAsync(token, cancellation), document, cancellation);
}
