using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.OfficePortal;

/// <summary>How many characters each kind of passage may have.</summary>
internal static class LongestPassage
{
    public const int Name = 200;
    public const int Title = 300;
    public const int Heading = 200;

    /// <summary>A single clause is as long as it likes; the whole text has its limit.</summary>
    public const int Body = int.MaxValue;
}

/// <summary>Reads what people wrote, one language version after the other, and gathers the problems.</summary>
internal sealed class PassageReading
{
    private readonly List<FieldProblem> _problems = [];

    public IReadOnlyList<FieldProblem> Problems => _problems;

    /// <summary>Of the passages that belong to the text.</summary>
    public int TextLength { get; private set; }

    public void Add(string field, FieldFault fault) => _problems.Add(new(field, fault));

    /// <summary>A passage of the text: in each of its languages, and in no other.</summary>
    public LocalizedText InEach(
        string field, Dictionary<string, string>? versions, IReadOnlyList<Language> languages, int longest, bool required)
    {
        var read = new Dictionary<Language, string>();
        foreach (var language in languages)
        {
            var passage = Read($"{field}.{language.Code}", versions?.GetValueOrDefault(language.Code), longest);
            if (passage.Length == 0 && required) Add($"{field}.{language.Code}", FieldFault.LanguageVersionMissing);
            read[language] = passage;
            TextLength += passage.Length;
        }

        // A blank version of another language is an empty box of the form.
        foreach (var (code, words) in versions ?? [])
            if (!languages.Contains(new Language(code)) && !string.IsNullOrWhiteSpace(words)) Add($"{field}.{code}", FieldFault.NotInLanguages);
        return new(read);
    }

    /// <summary>A name: in whatever languages it is known.</summary>
    public LocalizedText InAny(string field, Dictionary<string, string>? versions, int longest, bool required)
    {
        var read = new Dictionary<Language, string>();
        foreach (var (code, words) in versions ?? [])
        {
            var passage = Read($"{field}.{code}", words, longest);
            if (passage.Length == 0) continue;
            if (!LanguageCodes.IsOne(code)) Add($"{field}.{code}", FieldFault.Unknown);
            read[new Language(code)] = passage;
        }

        if (required && read.Count == 0) Add(field, FieldFault.Missing);
        return new(read);
    }

    /// <summary>One line that is in no language of the text: a person's name or office. Empty where nothing is there.</summary>
    public string Line(string field, string? words) => Read(field, words, LongestPassage.Name).ReplaceLineEndings(" ").Trim();

    private string Read(string field, string? words, int longest)
    {
        if (string.IsNullOrWhiteSpace(words)) return "";
        if (words.Length > longest) Add(field, FieldFault.TooLong);
        if (!Letters.AreWanted(words))
        {
            Add(field, FieldFault.ControlCharacters);
            return words;
        }

        return CanonicalText.Passage(Letters.WithoutUnseen(words));
    }
}
