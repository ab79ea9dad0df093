using System.Globalization;
using System.Text.RegularExpressions;

namespace Azure.Data.Tables.Filters;

internal enum TokenKind
{
    Word,
    Value,
    Open,
    Close,
    End,
}

/// <param name="Kind">What it is.</param>
/// <param name="Text">A word as written.</param>
/// <param name="Value">A literal's value.</param>
internal readonly record struct FilterToken(TokenKind Kind, string Text, object? Value);

/// <summary>Splits an OData filter into words, literals and parentheses.</summary>
internal static partial class FilterTokens
{
    /// <exception cref="FormatException">Something that no filter has.</exception>
    public static IReadOnlyList<FilterToken> Split(string filter)
    {
        var tokens = new List<FilterToken>();
        for (var at = 0; at < filter.Length;)
        {
            var match = Pattern().Match(filter, at);
            if (!match.Success)
                throw new FormatException($"Unexpected text at {at} of the filter.");
            at += match.Length;
            if (match.Groups["space"].Length == 0)
                tokens.Add(Token(match));
        }

        tokens.Add(new FilterToken(TokenKind.End, "", null));
        return tokens;
    }

    private static FilterToken Token(Match match) => match switch
    {
        _ when match.Value == "(" => new FilterToken(TokenKind.Open, "(", null),
        _ when match.Value == ")" => new FilterToken(TokenKind.Close, ")", null),
        _ when match.Groups["text"].Success => Literal(match.Groups["prefix"].Value, match.Groups["text"].Value),
        _ when match.Groups["number"].Success => Value(Number(match.Value)),
        _ => Word(match.Value),
    };

    private static FilterToken Word(string word) => word switch
    {
        "true" => Value(true),
        "false" => Value(false),
        "NaN" => Value(double.NaN),
        "INF" or "Infinity" => Value(double.PositiveInfinity),
        _ => new FilterToken(TokenKind.Word, word, null),
    };

    private static FilterToken Literal(string prefix, string quoted)
    {
        var text = quoted.Replace("''", "'", StringComparison.Ordinal);
        return Value(prefix switch
        {
            "datetime" => DateTimeOffset.Parse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            "guid" => Guid.Parse(text),
            "X" or "x" or "binary" => Convert.FromHexString(text),
            _ => text,
        });
    }

    private static object Number(string text)
    {
        if (text[^1] is 'L' or 'l')
            return long.Parse(text[..^1], CultureInfo.InvariantCulture);
        return int.TryParse(text, CultureInfo.InvariantCulture, out var number)
            ? number
            : double.Parse(text.TrimEnd('d', 'D'), CultureInfo.InvariantCulture);
    }

    private static FilterToken Value(object value) => new(TokenKind.Value, "", value);

    [GeneratedRegex(
        """\G(?:(?<space>\s+)|[()]|(?<prefix>datetime|guid|binary|X|x)?'(?<text>(?:[^']|'')*)'|(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?[LlDd]?)|[\p{L}_][\p{L}\p{N}_]*)""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
