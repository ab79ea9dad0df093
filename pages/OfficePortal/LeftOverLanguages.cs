using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Pages.OfficePortal;

/// <summary>
/// What a draft's form holds in languages that are not chosen. It stays in the form until somebody removes it in so many
/// words: a tick taken away by mistake must cost nobody their writing.
/// </summary>
internal static class LeftOverLanguages
{
    /// <summary>Each such language with the number of its passages; names of the counterparty may be in any language and do not count.</summary>
    public static IReadOnlyList<(string Language, int Places)> Of(DraftForm form) =>
        [.. PassagesOf(form).Where(passage => !IsChosen(form, passage.Language)).GroupBy(passage => passage.Language, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count()))];

    /// <summary>The fields that the form does not show, as it sends them.</summary>
    public static IEnumerable<(string Name, string Value)> HiddenFields(DraftForm form) =>
        PassagesOf(form).Concat(NamesOf(form)).Where(passage => !IsChosen(form, passage.Language)).Select(passage => ($"{passage.Field}.{passage.Language}", passage.Words));

    public static DraftForm Without(DraftForm form, string language) => form with
    {
        Title = Without(form.Title, language),
        Clauses = [.. (form.Clauses ?? []).Select(clause => new ClauseForm(Without(clause.Heading, language), Without(clause.Body, language)))],
    };

    public static DraftForm With(DraftForm form, string language) =>
        IsChosen(form, language) ? form : form with { Languages = [.. form.Languages ?? [], language] };

    /// <summary>One problem for each language is enough: what is in it is mended as a whole.</summary>
    public static IReadOnlyList<FieldProblem> Once(IReadOnlyList<FieldProblem> problems)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        return [.. problems.Where(problem => problem.Fault != FieldFault.NotInLanguages || problem.Field == "prevailingLanguage" || said.Add(problem.Field.Split('.')[^1]))];
    }

    private static IEnumerable<(string Field, string Language, string Words)> PassagesOf(DraftForm form) =>
        Each("title", form.Title).Concat((form.Clauses ?? []).SelectMany((clause, place) =>
            Each($"clause[{place}].heading", clause.Heading).Concat(Each($"clause[{place}].body", clause.Body))));

    private static IEnumerable<(string Field, string Language, string Words)> NamesOf(DraftForm form) =>
        Each("counterpartyName", form.Counterparty?.Name).Concat(Each("counterpartyPlace", form.Counterparty?.Place));

    private static IEnumerable<(string Field, string Language, string Words)> Each(string field, Dictionary<string, string>? versions) =>
        (versions ?? []).Where(version => !string.IsNullOrWhiteSpace(version.Value)).Select(version => (field, version.Key, version.Value));

    private static bool IsChosen(DraftForm form, string language) => form.Languages?.Contains(language) == true;

    private static Dictionary<string, string>? Without(Dictionary<string, string>? versions, string language) =>
        versions?.Where(version => version.Key != language).ToDictionary(version => version.Key, version => version.Value);
}
