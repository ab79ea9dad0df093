using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.EmbassyReview;
using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Signing;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages;
using LocalDiplomacy.Pages.Administration;
using LocalDiplomacy.Pages.EmbassyReview;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Pages.Pieces;
using LocalDiplomacy.Pages.SignIn;
using LocalDiplomacy.Pages.Signing;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

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
