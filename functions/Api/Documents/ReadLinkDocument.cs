using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Documents;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Documents;

public sealed class ReadLinkDocument(LinkDesk links, CasePapers papers)
{
    [Function(nameof(ReadLinkDocument))]
    [Answers(Audience.Anyone)]
    [ApiOperation("Reads the text that a link is about as PDF, as each side keeps it: original-local-government.pdf or original-counterparty.pdf.",
        File = FileAnswer.Pdf, IsTagged = true, Problems = [ProblemKind.NoSuchAddress, ProblemKind.LinkOver, ProblemKind.NotPrintable])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/links/{token}/documents/{document}")] HttpRequest request,
        string token, string document, CancellationToken cancellation) =>
        await papers.AnswerAsync(await links.OpenAsync(token, cancellation), document, cancellation);
}
