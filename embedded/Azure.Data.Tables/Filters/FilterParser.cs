namespace Azure.Data.Tables.Filters;

/// <summary>OData text to a tree: not binds closer than and, and closer than or.</summary>
internal sealed class FilterParser
{
    private readonly IReadOnlyList<FilterToken> tokens;
    private int at;

    private FilterParser(IReadOnlyList<FilterToken> tokens) => this.tokens = tokens;

    private FilterToken Current => tokens[at];

    /// <summary>An empty filter matches every row.</summary>
    /// <exception cref="FormatException">Not a filter.</exception>
    public static FilterNode Parse(string? filter)
    {
        if (string.IsNullOrWhiteSpace(filter))
            return new FilterNode.Always(true);
        var parser = new FilterParser(FilterTokens.Split(filter));
        var node = parser.Either();
        parser.Take(TokenKind.End);
        return node;
    }

    private FilterNode Either()
    {
        var node = Both();
        while (TakeWord("or"))
            node = new FilterNode.Or(node, Both());
        return node;
    }

    private FilterNode Both()
    {
        var node = Single();
        while (TakeWord("and"))
            node = new FilterNode.And(node, Single());
        return node;
    }

    private FilterNode Single()
    {
        if (TakeWord("not"))
            return new FilterNode.Not(Single());
        if (Current.Kind is not TokenKind.Open)
            return Comparison();
        at++;
        var inner = Either();
        Take(TokenKind.Close);
        return inner;
    }

    private FilterNode Comparison()
    {
        var left = tokens[at++];
        if (!IsOperator(Current))
            return Alone(left);
        var comparison = tokens[at++].Text;
        var right = tokens[at++];
        return (left.Kind, right.Kind) switch
        {
            (TokenKind.Word, TokenKind.Value) => new FilterNode.Comparison(left.Text, comparison, right.Value!),
            (TokenKind.Value, TokenKind.Word) => new FilterNode.Comparison(right.Text, Mirror(comparison), left.Value!),
            _ => throw new FormatException("A filter compares a property with a value."),
        };
    }

    private static FilterNode Alone(FilterToken token) => token switch
    {
        { Kind: TokenKind.Word } => new FilterNode.Comparison(token.Text, "eq", true),
        { Value: bool truth } => new FilterNode.Always(truth),
        _ => throw new FormatException("A filter lacks an operator."),
    };

    private static bool IsOperator(FilterToken token) =>
        token is { Kind: TokenKind.Word, Text: "eq" or "ne" or "gt" or "ge" or "lt" or "le" };

    private static string Mirror(string comparison) => comparison switch
    {
        "gt" => "lt",
        "ge" => "le",
        "lt" => "gt",
        "le" => "ge",
        _ => comparison,
    };

    private bool TakeWord(string word)
    {
        if (Current.Kind is not TokenKind.Word || Current.Text != word)
            return false;
        at++;
        return true;
    }

    private void Take(TokenKind kind)
    {
        if (Current.Kind != kind)
            throw new FormatException($"A filter has {Current.Kind} where {kind} is expected.");
        at++;
    }
}
