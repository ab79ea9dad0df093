using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.OfficePortal.Import;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class ShowDraftImportTemplate
{
    /// <summary>With its columns in the reader's language: the import knows them in each.</summary>
    [Function(nameof(ShowDraftImportTemplate))]
    [Answers(Audience.OfficePeople)]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/import/template")] HttpRequest request) =>
        new CsvFile(DraftColumns.Template(request.Reader().Language), "drafts.csv");
}
