using System.Globalization;
using System.Resources;
using LocalDiplomacy.Pages.Faults;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Functions.Problems;

/// <summary>
/// A problem in the reader's language. Refusals and fields' faults have the words of the pages; what only a program can
/// get wrong, a header or a body, has its own beside this file.
/// </summary>
public static class ProblemWords
{
    private static readonly ResourceManager Details = new(typeof(ProblemWords));

    /// <summary>What went wrong.</summary>
    public static string Title(Problem problem, Language language) => problem.Refusal is { } refusal
        ? RefusalWords.Title(refusal, language)
        : FaultWords.Title(FaultKinds.Of(problem.Kind), language);

    /// <summary>What can be done now.</summary>
    public static string Detail(Problem problem, Language language) => problem.Refusal is { } refusal
        ? RefusalWords.Remedy(refusal, language)
        : string.Format(Culture(language), Words(problem.Kind.ToString(), language), [.. problem.About]);

    /// <summary>What is wrong with one field.</summary>
    public static string Sentence(WrongField field, Language language) => Enum.TryParse<FieldFault>(field.Code, out var fault)
        ? FieldFaultWords.Sentence(new(field.Field, fault), language)
        : Words("Field." + field.Code, language);

    private static string Words(string key, Language language) =>
        Spacing.Of(Details.GetString(key, Culture(language)) ?? throw new InvalidOperationException($"There are no words for {key}."), language);

    private static CultureInfo Culture(Language language) => CultureInfo.GetCultureInfo(language.Code);
}
