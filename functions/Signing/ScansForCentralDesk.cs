using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Signing;

/// <summary>Scans for the ministry that reviewed, which keeps copies of what was signed and reported.</summary>
public sealed class ScansForCentralDesk(LinkDesk links, ScanDesk desk)
{
    [Function("DownloadScanByLink")]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> DownloadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "central-review/{token}/scans/{scan}")] HttpRequest request,
        string token, string scan, CancellationToken cancellation) => GiveAsync(token, scan, cancellation);

    [Function("ReadScanByLink")]
    [Answers(Audience.Anyone)]
    [ApiOperation("Reads a scan of a signed original by its SHA-256, for the ministry that reviewed the text, once the office has reported the signing.",
        File = "application/pdf, image/png, image/jpeg, image/tiff", IsTagged = true, Problems = [ProblemKind.LinkUnknown, ProblemKind.LinkOver])]
    public Task<IActionResult> ReadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/links/{token}/scans/{scan}")] HttpRequest request,
        string token, string scan, CancellationToken cancellation) => GiveAsync(token, scan, cancellation);

    private async Task<IActionResult> GiveAsync(string token, string scan, CancellationToken cancellation) =>
        await links.OpenAsync(token, cancellation) switch
        {
            OpenedLink.Over over when over.Link.KeepsCopies(over.Mou) => await desk.GiveAsync(over.Mou, scan, cancellation),
            OpenedLink.Over => throw new ProblemException(ProblemKind.LinkOver),
            _ => throw new ProblemException(ProblemKind.LinkUnknown),
        };
}
