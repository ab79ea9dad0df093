using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.Templates;

namespace LocalDiplomacy.Pages.OfficePortal;

/// <summary>Begins a draft's text from its kind's template, filled in with what the form says already.</summary>
public static class DraftTemplates
{
    /// <summary>Clauses are the template's; a title that was typed stays.</summary>
    /// <param name="earlier">The MOU that it varies or stands under, by title; null: none.</param>
    /// <returns>The form, or what must be chosen first.</returns>
    public static (DraftForm Form, IReadOnlyList<FieldProblem> Problems) Fill(DraftForm form, LocalizedText office, LocalizedText? earlier)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!Enum.TryParse<MouKind>(form.Kind, out var kind) || !Enum.IsDefined(kind)) return (form, [new("kind", FieldFault.Missing)]);
        Language[] languages = [.. (form.Languages ?? []).Distinct().Select(code => new Language(code))];
        var text = TemplateFiles.For(kind).Filled(languages, Values(form, office, earlier, languages));
        return (form with
        {
            Title = Plain(text.Title).Concat((form.Title ?? []).Where(typed => typed.Value.Length > 0))
                .GroupBy(title => title.Key).ToDictionary(title => title.Key, title => title.Last().Value),
            Clauses = [.. text.Clauses.Select(clause => new ClauseForm(Plain(clause.Heading), Plain(clause.Body)))],
        }, []);
    }

    private static Dictionary<string, LocalizedText> Values(DraftForm form, LocalizedText office, LocalizedText? earlier, Language[] languages)
    {
        var values = new Dictionary<string, LocalizedText>
        {
            [Place.Office] = office,
            [Place.Counterparty] = Localized(form.Counterparty?.Name),
            [Place.Fields] = InEach(language => string.Join(", ", (form.Fields ?? []).Where(Enum.GetNames<CooperationField>().Contains).Select(field => Words.Of(language, $"Terms.Field.{field}")))),
            [Place.Languages] = InEach(language => string.Join(", ", languages.Select(spoken => LanguageNames.Of(spoken.Code, language)))),
        };
        if (form.PrevailingLanguage is { } prevailing) values[Place.Prevailing] = InEach(language => LanguageNames.Of(prevailing, language));
        if (form.Term?.Months is > 0 and var months && months % 12 == 0)
            values[Place.Years] = InEach(_ => (months / 12).ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (earlier is not null) values[Place.Earlier] = earlier;
        return values;
    }

    private static LocalizedText InEach(Func<Language, string> words) => new(Language.OfPages.ToDictionary(language => language, words));

    private static LocalizedText Localized(Dictionary<string, string>? versions) =>
        new((versions ?? []).Where(version => version.Value.Length > 0).ToDictionary(version => new Language(version.Key), version => version.Value));

    private static Dictionary<string, string> Plain(LocalizedText text) => text.ByLanguage.ToDictionary(version => version.Key.Code, version => version.Value);
}
