using LocalDiplomacy.Functions.Api;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.OfficePortal;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.OfficePortal.Choices;
using LocalDiplomacy.Workflows.OfficePortal.Unsaved;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LocalDiplomacy.Functions.OfficePortal;

/// <summary>The pages with the draft's form: a new one, and one that is there.</summary>
public sealed class DraftPages(PageAnswers pages, TextStore texts, ReferenceTables reference, OfficeCases own, UnsavedDrafts unsaved, DraftScreening screening, ChoiceSearch choices)
{
    private const string Partner = "partner-";
    private const string OfNew = "/office/mous/new";

    public static UnsavedPlace PlaceOfNew(Caller caller, string key) => UnsavedPlace.New(((Caller.Member)caller).Person.Id, MouCases.IdFor(caller.Principal, key));

    /// <summary>Where somebody goes on with a new draft that they began.</summary>
    public static string AddressOfNew(Caller caller, string key) => $"{OfNew}?typed={MouCases.IdFor(caller.Principal, key)}";

    /// <summary>Why this caller cannot write on it now; null where they can.</summary>
    public static Refusal? WhyNotWritten(Caller caller, Mou? mou, DateTimeOffset now) =>
        mou is null
            ? WhoMayDo.Table[typeof(MouCommand.CreateDraft)].Contains(Roles.Of(caller.ActingForOffice())) ? null : Refusal.NotYours
            : (MouLifecycle.Decide(new MouCommand.ReplaceDraft(mou.Particulars, mou.Text), caller.ActingForOffice(), mou, now) as Decision.Refused)?.Why;

    public async Task<IActionResult> ShowNewAsync(
        HttpRequest request, CancellationToken cancellation, DraftForm? form = null, IReadOnlyList<FieldProblem>? problems = null, UnsavedDraft? typed = null)
    {
        var (office, isSent) = (request.Caller().Office!.Value, HttpMethods.IsPost(request.Method));
        var shown = form ?? typed?.Form ?? DraftFields.Empty;
        return await pages.ShowAsync<NewMouPage>(request, new()
        {
            [nameof(NewMouPage.Office)] = await reference.ExpectLocalGovernmentAsync(office, cancellation),
            [nameof(NewMouPage.Missions)] = await reference.MissionsAsync(cancellation),
            [nameof(NewMouPage.Form)] = shown,
            [nameof(NewMouPage.Problems)] = problems ?? [],
            [nameof(NewMouPage.PartnerWords)] = isSent ? request.Form["partner"].ToString() : null,
            [nameof(NewMouPage.Partners)] = await PartnersAsync(request, cancellation),
            [nameof(NewMouPage.Key)] = typed?.Key ?? (isSent ? request.Form["key"].ToString() : null),
            [nameof(NewMouPage.Unsaved)] = typed?.Tag ?? (isSent ? request.Form["unsaved"].ToString() : null),
            [nameof(NewMouPage.Typed)] = typed,
            [nameof(NewMouPage.IsTyped)] = isSent,
            [nameof(NewMouPage.Begun)] = form is null && typed is null ? await unsaved.BegunByAsync(request.Person().Id, cancellation) : [],
            [nameof(NewMouPage.Findings)] = form is null && typed is null ? [] : await screening.OfTypedAsync(null, office, shown, cancellation),
        }, StatusOf(problems));
    }

    /// <summary>A new draft that was begun and not saved.</summary>
    /// <param name="becomes">The id of the MOU that it becomes.</param>
    public async Task<IActionResult> ShowBegunAsync(HttpRequest request, string becomes, CancellationToken cancellation) =>
        await ShowNewAsync(request, cancellation, typed: OfficeCases.IsId(becomes)
            ? await unsaved.FindAsync(UnsavedPlace.New(request.Person().Id, new(becomes)), cancellation) : null);

    /// <summary>A new draft that comes from an MOU that is there: prefilled with what the two have in common.</summary>
    public async Task<IActionResult> ShowFromAsync(HttpRequest request, Mou other, string kind, CancellationToken cancellation)
    {
        var known = await SavedAsync(other, cancellation);
        var form = DraftFields.BegunFrom(known, new(kind, other.Id.Value));
        return await ShowNewAsync(request, cancellation, kind == nameof(MouLinkKind.Predecessor) ? form : await FilledAsync(request, form, cancellation));
    }

    /// <summary>After one of the form's buttons, the one that begins from the template among them.</summary>
    public async Task<(DraftForm Form, IReadOnlyList<FieldProblem> Problems)> EditedAsync(HttpRequest request, DraftForm form, string action, CancellationToken cancellation) =>
        action.StartsWith(Partner, StringComparison.Ordinal) ? (await WithPartnerAsync(form, action[Partner.Length..], cancellation), [])
        : action == "template"
            ? DraftTemplates.Fill(form, (await reference.ExpectLocalGovernmentAsync(request.Caller().Office!.Value, cancellation)).Name, await EarlierAsync(request, form, cancellation))
            : (DraftFields.Edited(form, action), []);

    private async Task<DraftForm> WithPartnerAsync(DraftForm form, string id, CancellationToken cancellation)
    {
        if (await choices.CounterpartyAsync(id, cancellation) is not { } party) return form;
        var mission = (await reference.MissionsAsync(cancellation)).FirstOrDefault(mission => mission.Id.Value == party.Country);
        return DraftFields.WithCounterparty(form, party, mission?.Id);
    }

    /// <summary>What a button of the form looked for; null where another was pressed.</summary>
    private async Task<IReadOnlyList<Choice>?> PartnersAsync(HttpRequest request, CancellationToken cancellation) =>
        HttpMethods.IsPost(request.Method) && request.Form["action"] == "find-partner"
            ? await choices.FindAsync(ChoiceKind.Counterparties, request.Form["partner"].ToString(), request.Reader().Language, cancellation) : null;

    private async Task<DraftForm> FilledAsync(HttpRequest request, DraftForm form, CancellationToken cancellation) =>
        (await EditedAsync(request, form, "template", cancellation)).Form;

    private async Task<LocalizedText?> EarlierAsync(HttpRequest request, DraftForm form, CancellationToken cancellation) =>
        form.Origin is { Mou: { Length: > 0 } id } ? (await own.FindAsync(request.Caller(), id, cancellation)).Particulars.Title : null;

    /// <summary>As somebody left it: what was typed and not saved, else as it stands in the record.</summary>
    public async Task<IActionResult> ShowSavedAsync(HttpRequest request, Mou mou, CancellationToken cancellation)
    {
        var (saved, typed) = (await SavedAsync(mou, cancellation), await unsaved.FindAsync(UnsavedPlace.Of(mou.Id), cancellation));
        if (typed is null) return await ShowAsync(request, mou, saved, DraftEdition.Of(mou, null), cancellation);
        if (typed.BegunFrom == mou.Version) return await ShowAsync(request, mou, typed.Form, DraftEdition.Of(mou, typed), cancellation, typed: typed);
        // The draft was saved otherwise after this was typed: both are shown, and whoever saves decides.
        return DraftComparison.IsSame(saved, typed.Form)
            ? await ShowAsync(request, mou, saved, DraftEdition.Of(mou, typed), cancellation)
            : await ShowBesideAsync(request, mou, saved, typed, cancellation);
    }

    private async Task<IActionResult> ShowBesideAsync(HttpRequest request, Mou mou, DraftForm saved, UnsavedDraft typed, CancellationToken cancellation)
    {
        var merge = DraftBase.Read(typed.Base) is { } began ? DraftMerge.Of(began, saved, typed.Form) : null;
        return await ShowAsync(
            request, mou, merge?.Form ?? typed.Form, DraftEdition.Of(mou, typed), cancellation, typed: typed, conflict: new(saved, mou.Version, typed.Tag, Merge: merge));
    }

    /// <summary>As it was typed.</summary>
    /// <param name="edition">What the typing began from.</param>
    public async Task<IActionResult> ShowAsync(
        HttpRequest request, Mou mou, DraftForm form, DraftEdition edition, CancellationToken cancellation,
        IReadOnlyList<FieldProblem>? problems = null, UnsavedDraft? typed = null, DraftConflict? conflict = null, int? status = null) =>
        await pages.ShowAsync<EditTextPage>(request, new()
        {
            [nameof(EditTextPage.Mou)] = mou,
            [nameof(EditTextPage.Office)] = await reference.ExpectLocalGovernmentAsync(mou.Office, cancellation),
            [nameof(EditTextPage.Missions)] = await reference.MissionsAsync(cancellation),
            [nameof(EditTextPage.Form)] = form,
            [nameof(EditTextPage.Version)] = edition.Version,
            [nameof(EditTextPage.Unsaved)] = edition.Unsaved,
            [nameof(EditTextPage.Base)] = conflict?.Base ?? (HttpMethods.IsPost(request.Method) ? request.Form["base"].ToString() : DraftBase.Of(form).ToString()),
            [nameof(EditTextPage.Typed)] = typed,
            [nameof(EditTextPage.IsTyped)] = HttpMethods.IsPost(request.Method),
            [nameof(EditTextPage.Problems)] = problems ?? [],
            [nameof(EditTextPage.PartnerWords)] = HttpMethods.IsPost(request.Method) ? request.Form["partner"].ToString() : null,
            [nameof(EditTextPage.Partners)] = await PartnersAsync(request, cancellation),
            [nameof(EditTextPage.Conflict)] = conflict,
            [nameof(EditTextPage.Findings)] = await screening.OfTypedAsync(mou, mou.Office, form, cancellation),
        }, status ?? StatusOf(problems));

    /// <summary>As it was typed, beside what somebody else wrote meanwhile.</summary>
    /// <param name="there">What they typed and did not save; null: they saved.</param>
    public async Task<IActionResult> ShowConflictAsync(HttpRequest request, Mou mou, UnsavedDraft? there, DraftForm form, DraftEdition edition, CancellationToken cancellation)
    {
        var conflict = await ConflictAsync(mou, there, form, DraftBase.Read(request.Form["base"]), cancellation);
        return await ShowAsync(request, mou, conflict.Merge?.Form ?? form, edition, cancellation, conflict: conflict, status: StatusCodes.Status412PreconditionFailed);
    }

    /// <summary>What a writer's form is held against, and what of it can be taken in without anybody choosing.</summary>
    /// <param name="began">What the form was made from; null: the sender did not say.</param>
    public async Task<DraftConflict> ConflictAsync(Mou? mou, UnsavedDraft? there, DraftForm form, DraftBase? began, CancellationToken cancellation)
    {
        var other = there?.Form ?? (mou is null ? DraftFields.Empty : await SavedAsync(mou, cancellation));
        // What was typed on an older version lacks what was saved since: taking it in would undo that.
        var merge = began is not null && (there is null || there.BegunFrom == mou?.Version) ? DraftMerge.Of(began, other, form) : null;
        return new(other, mou?.Version ?? 0, there?.Tag, there?.By, merge);
    }

    /// <summary>What the draft says in the record, field by field, for what is typed on top of it.</summary>
    public async Task<string> BaseAsync(Mou mou, CancellationToken cancellation) => DraftBase.Of(await SavedAsync(mou, cancellation)).ToString();

    private async Task<DraftForm> SavedAsync(Mou mou, CancellationToken cancellation) =>
        DraftFields.Of(mou.Particulars, await texts.ExpectAsync(mou.Text, cancellation));

    private static int StatusOf(IReadOnlyList<FieldProblem>? problems) =>
        problems is null or { Count: 0 } ? StatusCodes.Status200OK : MouAnswers.Problem(problems).Problem.Status;
}
