using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class ShowOffice(OfficeHomes homes, ReferenceTables reference, PageAnswers pages)
{
    /// <summary>The home; with "?show=for-me" and so on, one part of it, in pages.</summary>
    [Function(nameof(ShowOffice))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office")] HttpRequest request, CancellationToken cancellation)
    {
        var (office, role) = (request.Caller().Office!.Value, Roles.Of(request.Caller().ActingForOffice()));
        var parameters = new Dictionary<string, object?>
        {
            [nameof(OfficePage.Office)] = await reference.ExpectLocalGovernmentAsync(office, cancellation),
            [nameof(OfficePage.Missions)] = (await reference.MissionsAsync(cancellation)).ToDictionary(m => m.Id),
            [nameof(OfficePage.Role)] = role,
        };
        if (request.Query["show"].ToString() is not { Length: > 0 } said)
        {
            parameters[nameof(OfficePage.Home)] = await homes.ReadAsync(office, role, cancellation);
            return await pages.ShowAsync<OfficePage>(request, parameters);
        }

        var (shelf, paging) = (ShelfNamed(said), Paging.Of(request));
        parameters[nameof(OfficePage.Show)] = shelf;
        parameters[nameof(OfficePage.Shown)] = await ListAsync(office, shelf, role, paging, cancellation);
        parameters[nameof(OfficePage.Counts)] = await homes.CountsAsync(office, role, cancellation);
        parameters[nameof(OfficePage.IsFirstPage)] = paging.Cursor is null;
        return await pages.ShowAsync<OfficePage>(request, parameters);
    }

    private async Task<Page<CaseRow>> ListAsync(LocalGovernmentId office, OfficeShelf shelf, Role role, Paging paging, CancellationToken cancellation)
    {
        try
        {
            return await homes.ListAsync(office, shelf, role, paging.Cursor, paging.Limit, cancellation);
        }
        catch (BadCursorException)
        {
            throw Paging.WrongCursor();
        }
    }

    private static OfficeShelf ShelfNamed(string said) =>
        Enum.GetValues<OfficeShelf>().Cast<OfficeShelf?>().FirstOrDefault(shelf => OfficeAddress.NameOf(shelf!.Value) == said)
        ?? throw new ProblemException(new Problem(ProblemKind.QueryWrong) { About = ["show"], Fields = [new("show", "Unknown")] });
}
