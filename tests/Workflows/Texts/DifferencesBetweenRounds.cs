using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Tests.Texts;

public sealed class DifferencesBetweenRounds
{
    [Fact]
    public void Show_words_struck_and_inserted()
    {
        var change = Assert.Single(Between([("Costs", "Each side bears its own costs.")], [("Costs", "Each participant bears its own costs within its budget.")]));

        Assert.Equal("Each [-side-][+participant+] bears its own costs[+ within its budget+].", Show(change));
        Assert.True(change.IsChanged);
    }

    [Theory]
    [InlineData("참여기관은 비용을 부담한다.", "참여기관이 비용을 부담한다.", "참여기관[-은-][+이+] 비용을 부담한다.")]
    [InlineData("매년 1회 방문한다.", "매년 2회 방문한다.", "매년 [-1-][+2+]회 방문한다.")]
    [InlineData("협력한다.", "폐지하기로 하였음.", "[-협력한다-][+폐지하기로 하였음+].")]
    [InlineData("상호방문과청소년교류를추진한다", "상호방문및청소년교류를추진한다", "상호방문[-과-][+및+]청소년교류를추진한다")]
    public void Show_syllables_where_Korean_words_are_alike_and_whole_words_where_they_are_not(string before, string after, string shown)
    {
        var change = Assert.Single(TextDifference.Between(In(Language.Korean, before), In(Language.Korean, after)));
        Assert.Equal(shown, string.Concat(change.Versions[Language.Korean].Body.Select(part => part.Change switch
        {
            Change.Inserted => $"[+{part.Text}+]",
            Change.Removed => $"[-{part.Text}-]",
            _ => part.Text,
        })));
    }

    private static MouText In(Language language, string body) =>
        new([language], LocalizedText.Of((language, "1")), [new(LocalizedText.Of((language, "1")), LocalizedText.Of((language, body)))]);

    [Fact]
    public void Keep_clauses_together_when_one_is_put_between()
    {
        var changes = Between([("Purpose", "A"), ("Costs", "B")], [("Purpose", "A"), ("Fields", "C"), ("Costs", "B")]);

        Assert.Equal([(1, 1), (null, 2), (2, 3)], changes.Select(change => (change.BeforeNumber, change.AfterNumber)));
        Assert.Equal([false, true, false], changes.Select(change => change.IsChanged));
    }

    [Fact]
    public void Show_a_clause_that_was_struck_where_it_stood()
    {
        var changes = Between([("Purpose", "A"), ("Costs", "B"), ("Term", "C")], [("Purpose", "A"), ("Term", "C")]);

        Assert.Equal([(1, 1), (2, null), (3, 2)], changes.Select(change => (change.BeforeNumber, change.AfterNumber)));
    }

    [Fact]
    public void Pair_a_clause_whose_heading_changed()
    {
        var change = Assert.Single(Between([("Costs", "Same")], [("Expenses", "Same")]));

        Assert.Equal((1, 1), (change.BeforeNumber, change.AfterNumber));
        Assert.True(change.Versions[Language.English].IsChanged);
    }

    [Fact]
    public void Both_texts_can_be_read_back_from_the_parts()
    {
        const string before = "경상북도와 리브르빌시는 서로 협력한다. 비용은 각자 부담한다.\n\n- 문화\n- 교육";
        const string after = "경상북도와 리브르빌시는 문화와 교육에서 협력한다.\n\n- 문화\n- 청소년 교육";
        var parts = Between([("목적", before)], [("목적", after)])[0].Versions[Language.English].Body;

        Assert.Equal(before, string.Concat(parts.Where(part => part.Change != Change.Inserted).Select(part => part.Text)));
        Assert.Equal(after, string.Concat(parts.Where(part => part.Change != Change.Removed).Select(part => part.Text)));
    }

    private static IReadOnlyList<ClauseDifference> Between((string, string)[] before, (string, string)[] after) =>
        TextDifference.Between(TextOf(before), TextOf(after));

    private static MouText TextOf((string Heading, string Body)[] clauses) => new(
        [Language.English], LocalizedText.Empty,
        [.. clauses.Select(c => new Clause(LocalizedText.Of((Language.English, c.Heading)), LocalizedText.Of((Language.English, c.Body))))]);

    private static string Show(ClauseDifference change) => string.Concat(change.Versions[Language.English].Body.Select(part => part.Change switch
    {
        Change.Inserted => $"[+{part.Text}+]",
        Change.Removed => $"[-{part.Text}-]",
        _ => part.Text,
    }));
}
