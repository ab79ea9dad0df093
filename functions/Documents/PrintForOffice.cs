using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Documents;

public sealed class PrintForOffice(OfficeCases cases, CasePapers papers)
{
    [Function(nameof(PrintForOffice))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/mous/{id}/documents/{document}")] HttpRequest request,
        string id, string document, CancellationToken cancellation) =>
        await papers.AnswerAsync(request, await cases.FindAsync(request.Caller(), id, cancellation), document, cancellation);
}
