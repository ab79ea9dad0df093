using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>The pages with the draft's form: a new one, and one that is there.</summary>
public sealed class DraftPages(PageAnswers pages, TextStore texts, ReferenceTables reference, OfficeCases own)
{
    public async Task<IActionResult> ShowNewAsync(
        HttpRequest request, CancellationToken cancellation, DraftForm? form = null, IReadOnlyList<FieldProblem>? problems = null) =>
        await pages.ShowAsync<NewMouPage>(request, new()
        {
            [nameof(NewMouPage.Office)] = await reference.ExpectLocalGovernmentAsync(request.Caller().Office!.Value, cancellation),
            [nameof(NewMouPage.Missions)] = await reference.MissionsAsync(cancellation),
            [nameof(NewMouPage.Form)] = form ?? DraftFields.Empty,
            [nameof(NewMouPage.Problems)] = problems ?? [],
        }, StatusOf(problems));

    /// <summary>A new draft that comes from an MOU that is there: prefilled with what the two have in common.</summary>
    public async Task<IActionResult> ShowFromAsync(HttpRequest request, Mou other, string kind, CancellationToken cancellation)
    {
        var known = await SavedAsync(other, cancellation);
        var form = DraftFields.BegunFrom(known, new(kind, other.Id.Value));
        return await ShowNewAsync(request, cancellation, kind == nameof(MouLinkKind.Predecessor) ? form : await FilledAsync(request, form, cancellation));
    }

    /// <summary>After one of the form's buttons, the one that begins from the template among them.</summary>
    public async Task<(DraftForm Form, IReadOnlyList<FieldProblem> Problems)> EditedAsync(HttpRequest request, DraftForm form, string action, CancellationToken cancellation) =>
        action == "template"
            ? DraftTemplates.Fill(form, (await reference.ExpectLocalGovernmentAsync(request.Caller().Office!.Value, cancellation)).Name, await EarlierAsync(request, form, cancellation))
            : (DraftFields.Edited(form, action), []);

    private async Task<DraftForm> FilledAsync(HttpRequest request, DraftForm form, CancellationToken cancellation) =>
        (await EditedAsync(request, form, "template", cancellation)).Form;

    private async Task<LocalizedText?> EarlierAsync(HttpRequest request, DraftForm form, CancellationToken cancellation) =>
        form.Origin is { Mou: { Length: > 0 } id } ? (await own.FindAsync(request.Caller(), id, cancellation)).Particulars.Title : null;

    /// <summary>As it stands in the record.</summary>
    public async Task<IActionResult> ShowSavedAsync(HttpRequest request, Mou mou, CancellationToken cancellation) =>
        await ShowAsync(request, mou, await SavedAsync(mou, cancellation), mou.Version, cancellation);

    /// <summary>As it was typed.</summary>
    /// <param name="version">The version that the typing began from.</param>
    public async Task<IActionResult> ShowAsync(
        HttpRequest request, Mou mou, DraftForm form, int version, CancellationToken cancellation, IReadOnlyList<FieldProblem>? problems = null) =>
        await pages.ShowAsync<EditTextPage>(request, await ParametersAsync(mou, form, version, problems, null, cancellation), StatusOf(problems));

    /// <summary>As it was typed, beside what somebody else saved meanwhile.</summary>
    public async Task<IActionResult> ShowConflictAsync(HttpRequest request, Mou saved, DraftForm form, int version, CancellationToken cancellation)
    {
        var conflict = new DraftConflict(await SavedAsync(saved, cancellation), saved.Version);
        return await pages.ShowAsync<EditTextPage>(
            request, await ParametersAsync(saved, form, version, null, conflict, cancellation), StatusCodes.Status412PreconditionFailed);
    }

    private async Task<Dictionary<string, object?>> ParametersAsync(
        Mou mou, DraftForm form, int version, IReadOnlyList<FieldProblem>? problems, DraftConflict? conflict, CancellationToken cancellation) => new()
        {
            [nameof(EditTextPage.Mou)] = mou,
            [nameof(EditTextPage.Office)] = await reference.ExpectLocalGovernmentAsync(mou.Office, cancellation),
            [nameof(EditTextPage.Missions)] = await reference.MissionsAsync(cancellation),
            [nameof(EditTextPage.Form)] = form,
            [nameof(EditTextPage.Version)] = version,
            [nameof(EditTextPage.Problems)] = problems ?? [],
            [nameof(EditTextPage.Conflict)] = conflict,
        };

    private async Task<DraftForm> SavedAsync(Mou mou, CancellationToken cancellation) =>
        DraftFields.Of(mou.Particulars, await texts.ExpectAsync(mou.Text, cancellation));

    private static int StatusOf(IReadOnlyList<FieldProblem>? problems) =>
        problems is null or { Count: 0 } ? StatusCodes.Status200OK : MouAnswers.Problem(problems).Problem.Status;
}
