using System.Globalization;
using System.Text.RegularExpressions;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Screening;

/// <summary>
/// Sums of money that a clause names, held against what the office set aside. A sum in another currency than the budget's cannot
/// be compared, and counts as beyond it: the office sets a budget in that currency or takes the sum out.
/// </summary>
internal static partial class Sums
{
    /// <summary>By what is written before or behind a number.</summary>
    private static readonly Dictionary<string, string> Currencies = new (string Code, string Written)[]
    {
        ("KRW", "₩ won wons KRW 원"), ("USD", "$ US$ USD dollar dollars dólares 달러 미화"), ("EUR", "€ EUR euro euros 유로"),
        ("JPY", "¥ JPY yen yens 엔"), ("CNY", "CNY 위안"), ("GBP", "£ GBP"),
    }.SelectMany(currency => currency.Written.Split(' ').Select(written => (written, currency.Code)))
        .ToDictionary(pair => pair.written, pair => pair.Code, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<Finding> Beyond(Money? budget, MouText text) =>
        from language in text.Languages
        from clause in text.Clauses.Index()
        let sum = WordingRules.SentencesOf(clause.Item, language).SelectMany(In).FirstOrDefault(sum => IsBeyond(sum.Money, budget))
        where sum.Words is not null
        select new Finding(ScreeningRule.SpendingBeyondBudget, clause.Index + 1, language, sum.Words);

    private static bool IsBeyond(Money sum, Money? budget) => budget is null || sum.Currency != budget.Currency || sum.Amount > budget.Amount;

    internal static IEnumerable<(string Words, Money Money)> In(string sentence) =>
        from match in Sum().Matches(sentence)
        let currency = match.Groups["before"].Success ? match.Groups["before"].Value : match.Groups["after"].Value
        let amount = Total(match)
        where amount > 0
        select (match.Value.Trim(), new Money(amount, Currencies[currency]));

    /// <summary>"1억 5,000만": each number with its unit, the last one perhaps without.</summary>
    private static decimal Total(Match match)
    {
        var units = match.Groups["unit"].Captures;
        return match.Groups["number"].Captures.Select((number, i) => Amount(number.Value) * Unit(i < units.Count ? units[i].Value : "")).Sum();
    }

    /// <summary>
    /// "50,000,000", "1.5", "1.000.000", "10 000": a last group of one or two digits behind a point or comma is a fraction, every
    /// other mark parts thousands.
    /// </summary>
    private static decimal Amount(string number)
    {
        var digits = number.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace("\u202f", "", StringComparison.Ordinal);
        var last = digits.LastIndexOfAny(['.', ',']);
        var isFraction = last >= 0 && digits.Length - last - 1 is 1 or 2;
        var whole = new string([.. (isFraction ? digits[..last] : digits).Where(char.IsAsciiDigit)]);
        var plain = isFraction ? $"{whole}.{digits[(last + 1)..]}" : whole;
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : decimal.MaxValue / 1_000_000_000_000m;
    }

    private static decimal Unit(string unit) => unit.ToUpperInvariant() switch
    {
        "" => 1,
        "천" or "THOUSAND" or "MIL" or "MILLE" => 1_000,
        "만" => 10_000,
        "십만" => 100_000,
        "백만" or "MILLION" or "MILLIONS" or "MILLÓN" or "MILLONES" => 1_000_000,
        "천만" => 10_000_000,
        "억" => 100_000_000,
        _ => 1_000_000_000,
    };

    private const string Signs = @"US\$|[₩$€¥£]|KRW|USD|EUR|JPY|CNY|GBP|미화";
    private const string Words = @"원|달러|유로|엔|위안|KRW|USD|EUR|JPY|CNY|GBP|[₩$€¥£]|wons?\b|dollars?\b|dólares\b|euros?\b|yens?\b";
    private const string Figure = @"(?<![\d.,])(?<number>\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,6}(?:[.,]\d{1,2})?|\d[\d.,]{0,24}\d|\d)";
    private const string Scale = @"(?<unit>천만|백만|십만|십억|만|천|억|thousand|millions?|billions?|mille|mil|millón|millones|milliards?)";
    private const string Number = $@"(?:{Figure}\s?{Scale}\s?){{0,3}}{Figure}(?:\s?{Scale})?";

    [GeneratedRegex($@"(?<before>{Signs})\s?{Number}|{Number}(\s?(?:de|d['’]|of|US))?\s?(?<after>{Words})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Sum();
}
