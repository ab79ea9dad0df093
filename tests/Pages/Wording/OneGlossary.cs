namespace LocalDiplomacy.Pages.Tests.Wording;

/// <summary>docs/wording.md: one name for a thing, in every language and everywhere.</summary>
public sealed class OneGlossary
{
    private static readonly string[] languages = ["en", "ko", "fr", "es"];

    private static readonly Lazy<IReadOnlyList<string[]>> rows = new(() =>
        [.. WordFiles.Read("docs/wording.md").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(Cells)]);

    public static TheoryData<string, string> Terms() => Of(row => row.Length == 5 && row[1] != "English",
        row => languages.Select((language, place) => (language, row[place + 1])));

    public static TheoryData<string, string> NotUsed() => Of(row => row.Length == 4 && languages.Contains(row[0]), row => [(row[0], row[1])]);

    [Theory, MemberData(nameof(Terms))]
    public void Every_term_is_used(string language, string term) =>
        Assert.Contains(WordFiles.In(language), word => word.Words.Contains(term, StringComparison.OrdinalIgnoreCase));

    [Theory, MemberData(nameof(NotUsed))]
    public void No_word_says_what_is_not_used(string language, string word)
    {
        var exception = rows.Value.Single(row => row.Length == 4 && row[0] == language && row[1] == word)[3];
        string Said(WordInFile one) => exception.Length > 0 ? one.Words.Replace(exception, "", StringComparison.OrdinalIgnoreCase) : one.Words;
        Assert.DoesNotContain(WordFiles.In(language), one => Said(one).Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void There_are_terms_in_every_language() => Assert.All(languages, language => Assert.True(Terms().Count(term => (string)term[0] == language) > 35));

    /// <summary>A language's code stands in no other row.</summary>
    private static TheoryData<string, string> Of(Func<string[], bool> fits, Func<string[], IEnumerable<(string, string)>> pairs)
    {
        var data = new TheoryData<string, string>();
        foreach (var (language, word) in rows.Value.Where(fits).SelectMany(pairs).Distinct()) data.Add(language, word);
        return data;
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
}
