using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.Evidence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Evidence;

public sealed class ReadEvidence(OfficeCases cases, CaseEvidence evidence)
{
    [Function(nameof(ReadEvidence))]
    [Answers(Audience.Office)]
    [ApiOperation("Reads everything that is recorded of an MOU as one ZIP file, which can be checked without this program.", File = FileAnswer.Zip, IsTagged = true)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/mous/{id}/evidence")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(request.Caller(), id, cancellation);
        var prepared = await evidence.PrepareAsync(mou.Id, cancellation);
        return new StreamedFileAnswer(prepared.Sha256, FileAnswer.Zip, $"{mou.Id}-evidence.zip", prepared.WriteAsync);
    }
}
