using LocalDiplomacy.Functions.Administration.Cases;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.Evidence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Documents;

/// <summary>The association has copies of every case, as its office has them.</summary>
public sealed class PrintForDesk(DeskCases cases, CasePapers papers, CaseEvidence evidence)
{
    [Function(nameof(PrintForDesk))]
    [Answers(Audience.Association)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/mous/{id}/documents/{document}")] HttpRequest request,
        string id, string document, CancellationToken cancellation) =>
        await papers.AnswerAsync(request, await cases.FindAsync(id, cancellation), document, cancellation);

    [Function("DownloadEvidenceAtDesk")]
    [Answers(Audience.Association)]
    public async Task<IActionResult> EvidenceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/mous/{id}/evidence")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(id, cancellation);
        var prepared = await evidence.PrepareAsync(mou.Id, cancellation);
        return new StreamedFileAnswer(prepared.Sha256, FileAnswer.Zip, $"{mou.Id}-evidence.zip", prepared.WriteAsync);
    }
}
