using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class ShowMou(OfficeCases cases, CasePages pages)
{
    // The length keeps "new" apart: Azure's host would not prefer the literal route.
    [Function(nameof(ShowMou))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/mous/{id:minlength(4)}")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(request.Caller(), id, cancellation);
        var said = request.Query["recorded"].ToString();
        var recorded = said.Length == 0 ? null : JustRecorded.Named(said, await cases.HistoryAsync(mou, cancellation));
        return await pages.ShowCaseAsync(request, mou, cancellation, recorded: recorded);
    }
}
