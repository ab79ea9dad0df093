using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.Evidence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Documents;

public sealed class DownloadEvidence(OfficeCases cases, CaseEvidence evidence)
{
    [Function(nameof(DownloadEvidence))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/mous/{id}/evidence")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(request.Caller(), id, cancellation);
        var prepared = await evidence.PrepareAsync(mou.Id, cancellation);
        return new StreamedFileAnswer(prepared.Sha256, FileAnswer.Zip, $"{mou.Id}-evidence.zip", prepared.WriteAsync);
    }
}
