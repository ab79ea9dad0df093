using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>The page of an office's keys.</summary>
public sealed class KeyPages(PageAnswers pages, ApiKeys keys, ReferenceTables reference)
{
    public async Task<IActionResult> ShowAsync(HttpRequest request, MadeKey? made, CancellationToken cancellation)
    {
        var office = request.Caller().Office!.Value;
        return await pages.ShowAsync<KeysPage>(request, new()
        {
            [nameof(KeysPage.Office)] = await reference.ExpectLocalGovernmentAsync(office, cancellation),
            [nameof(KeysPage.Keys)] = await keys.ListAsync(office, cancellation),
            [nameof(KeysPage.Created)] = (made as MadeKey.Made)?.Key,
            [nameof(KeysPage.Plain)] = (made as MadeKey.Made)?.Plain,
            [nameof(KeysPage.ShownBefore)] = made is MadeKey.Before,
            [nameof(KeysPage.Problems)] = (made as MadeKey.Unreadable)?.Problems ?? [],
        }, made is MadeKey.Unreadable ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }
}
