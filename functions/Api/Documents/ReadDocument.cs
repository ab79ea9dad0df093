using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Documents;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Documents;

public sealed class ReadDocument(OfficeCases cases, CasePapers papers)
{
    [Function(nameof(ReadDocument))]
    [Answers(Audience.Office)]
    [ApiOperation("Reads a document of an MOU as PDF: original-local-government.pdf and original-counterparty.pdf are the text as each side keeps it (?round= for a former one), record.pdf is everything that happened.",
        File = FileAnswer.Pdf, IsTagged = true, Problems = [ProblemKind.NoSuchAddress, ProblemKind.NotPrintable])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/mous/{id}/documents/{document}")] HttpRequest request,
        string id, string document, CancellationToken cancellation) =>
        await papers.AnswerAsync(request, await cases.FindAsync(request.Caller(), id, cancellation), document, cancellation);
}
