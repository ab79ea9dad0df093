using LocalDiplomacy.Workflows.Screening;

namespace LocalDiplomacy.Workflows.Tests.Screening;

/// <summary>Sums in a clause, as they are written in each language.</summary>
public sealed class SumsOfMoney
{
    public static TheoryData<string, string, decimal, string> Written() => new()
    {
        { "en", "The city pays KRW 50,000,000 a year.", 50_000_000, "KRW" },
        { "en", "It costs 1.5 million dollars.", 1_500_000, "USD" },
        { "en", "A grant of $2,500.50 is made.", 2_500.50m, "USD" },
        { "ko", "안동시는 5,000만 원을 지원한다.", 50_000_000, "KRW" },
        { "ko", "안동시는 1억 5,000만 원을 지원한다.", 150_000_000, "KRW" },
        { "ko", "미화 3만 달러를 지급한다.", 30_000, "USD" },
        { "fr", "La ville verse 10 000 euros.", 10_000, "EUR" },
        { "fr", "La ville verse 2 millions d’euros.", 2_000_000, "EUR" },
        { "es", "La ciudad paga 1.000.000 de wons.", 1_000_000, "KRW" },
    };

    [Theory, MemberData(nameof(Written))]
    public void Are_read_as_they_are_written(string language, string sentence, decimal amount, string currency)
    {
        Assert.Equal(new Money(amount, currency), Assert.Single(Sums.In(sentence)).Money);
        Assert.Equal(1, BeyondBudgetOf(null, language, sentence));
        Assert.Equal(0, BeyondBudgetOf(new(amount, currency), language, sentence));
        Assert.Equal(1, BeyondBudgetOf(new(amount - 1, currency), language, sentence));
    }

    [Fact]
    public void In_another_currency_are_beyond_the_budget() =>
        Assert.Equal(1, BeyondBudgetOf(new(1_000_000_000, "KRW"), "en", "The city pays USD 10."));

    [Theory]
    [InlineData("The first exchange was in 2019, with 24 pupils.")]
    [InlineData("Each side bears its own costs within its budget.")]
    [InlineData("$ is the sign of the dollar.")]
    public void Are_not_seen_where_there_is_none(string sentence) => Assert.Equal(0, BeyondBudgetOf(null, "en", sentence));

    [Fact]
    public void Of_endless_digits_are_beyond_every_budget() =>
        Assert.Equal(1, BeyondBudgetOf(new(decimal.MaxValue / 10_000_000_000m, "KRW"), "en", $"KRW {new string('9', 100_000)}"));

    private static int BeyondBudgetOf(Money? budget, string language, string sentence) =>
        Drafts.Screened(Drafts.With(language, sentence), Drafts.Facts with { Budget = budget }).Count(finding => finding.Rule == ScreeningRule.SpendingBeyondBudget);
}
