using LocalDiplomacy.Functions.Administration.Reference;
using LocalDiplomacy.Functions.Administration.Search;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.Administration.Search;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Desk;

/// <summary>All MOUs by what they have in common, as JSON and as a file.</summary>
public sealed class SearchMous(CaseSearch search, CaseIndex index, ReferenceTables reference, TimeProvider time)
{
    [Function(nameof(SearchMous))]
    [Answers(Audience.Association)]
    [ApiOperation("Finds MOUs by any of these conditions together: the newest first, what is waited on with whoever waits longest, what is due with the next.",
        Answer = typeof(FoundMousAnswer), IsTagged = true, IsPaged = true, IsCaseSearch = true)]
    public async Task<IActionResult> FindAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/mous")] HttpRequest request, CancellationToken cancellation)
    {
        var (query, paging) = (request.CaseQuery(), Paging.Of(request));
        var found = await search.FindAsync(query, paging, cancellation);
        return new JsonAnswer(FoundMousAnswer.Of(found)) { Next = paging.NextAddress(request, found.Next, CaseAddress.Text(query)) };
    }

    [Function("ExportMous")]
    [Answers(Audience.Association)]
    [ApiOperation("Gives the MOUs that fit as CSV in UTF-8 with a byte order mark, all of them.", File = CsvFile.ContentType, IsCaseSearch = true)]
    public async Task<IActionResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/mous.csv")] HttpRequest request, CancellationToken cancellation)
    {
        var rows = (await index.ReadAsync(cancellation)).Rows(request.CaseQuery());
        var offices = (await reference.LocalGovernmentsAsync(cancellation)).ToDictionary(office => office.Id);
        var missions = (await reference.MissionsAsync(cancellation)).ToDictionary(mission => mission.Id);
        return new CsvFile(CaseFile.Write(rows, offices, missions), DeskAnswering.FileName("mous", time.GetUtcNow()));
    }
}
