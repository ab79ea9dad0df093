using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Screening;

/// <summary>The rules that read the words of the text: one finding for each rule, clause and language.</summary>
internal static class WordingRules
{
    public static IEnumerable<Finding> Of(MouText text) => text.Languages.SelectMany(language =>
        Forbidden(text, language).Concat(Discouraged(text, language)).Concat(Missing(text, language)));

    private static IEnumerable<Finding> Forbidden(MouText text, Language language) =>
        InClauses(ForbiddenWordings.ByRule, text, language, sentence => ForbiddenWordings.Denial.In(sentence, language) is null);

    private static IEnumerable<Finding> Discouraged(MouText text, Language language) =>
        InClauses(AdvisedWordings.Discouraged, text, language, _ => true);

    private static IEnumerable<Finding> Missing(MouText text, Language language) =>
        from expected in AdvisedWordings.Expected
        where expected.Value.Knows(language)
        where !text.Clauses.SelectMany(clause => SentencesOf(clause, language)).Any(sentence => expected.Value.In(sentence, language) is not null)
        select new Finding(expected.Key, Version: language);

    private static IEnumerable<Finding> InClauses(
        IReadOnlyDictionary<ScreeningRule, Wording> rules, MouText text, Language language, Func<string, bool> counts) =>
        from rule in rules
        from clause in text.Clauses.Index()
        let words = SentencesOf(clause.Item, language).Where(counts).Select(sentence => rule.Value.In(sentence, language)).FirstOrDefault(found => found is not null)
        where words is not null
        select new Finding(rule.Key, clause.Index + 1, language, words);

    internal static IEnumerable<string> SentencesOf(Clause clause, Language language) =>
        new[] { clause.Heading, clause.Body }.SelectMany(passage => Sentences.In(passage.ByLanguage.GetValueOrDefault(language, "")));
}
