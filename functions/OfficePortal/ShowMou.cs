using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
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
        return await pages.ShowCaseAsync(request, mou, cancellation, recorded: await RecordedAsync(mou, request.Query["recorded"].ToString(), cancellation));
    }

    /// <summary>What "?recorded=5-7" names, "none" for nothing new; null where the address says nothing of it.</summary>
    private async Task<IReadOnlyList<RecordedEvent>?> RecordedAsync(Mou mou, string said, CancellationToken cancellation)
    {
        if (said == "none") return [];
        if (said.Split('-') is not [var from, var to] || !int.TryParse(from, out var first) || !int.TryParse(to, out var last)) return null;
        return [.. (await cases.HistoryAsync(mou, cancellation)).Where(recorded => recorded.Number >= first && recorded.Number <= last)];
    }
}
