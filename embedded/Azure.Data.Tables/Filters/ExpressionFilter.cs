using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Filters;

/// <summary>
/// Lambda to OData: comparisons of an entity's properties with values, joined by &amp;&amp;, || and !.
/// Text is ordered by <c>CompareTo</c> or <c>string.Compare</c> compared with 0; the storage compares ordinally.
/// </summary>
internal static class ExpressionFilter
{
    /// <exception cref="NotSupportedException">The service has no such operation.</exception>
    public static string Translate(LambdaExpression filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Condition(filter.Body);
    }

    private static string Condition(Expression node) => node switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } both =>
            $"({Condition(both.Left)}) and ({Condition(both.Right)})",
        BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } either =>
            $"({Condition(either.Left)}) or ({Condition(either.Right)})",
        BinaryExpression comparison => Comparison(comparison),
        UnaryExpression { NodeType: ExpressionType.Not } not => $"not ({Condition(not.Operand)})",
        UnaryExpression { NodeType: ExpressionType.Convert } convert => Condition(convert.Operand),
        _ when PropertyName(node) is { } name => $"{name} eq true",
        _ when !UsesParameter(node) && Evaluate(node) is bool truth => truth ? "true" : "false",
        _ => throw Unsupported(node),
    };

    private static string Comparison(BinaryExpression node)
    {
        var (left, right) = TextComparison(node) ?? (node.Left, node.Right);
        if (PropertyName(left) is { } name)
            return $"{name} {Operator(node.NodeType)} {Literal(left, right)}";
        if (PropertyName(right) is { } mirrored)
            return $"{mirrored} {Operator(Mirror(node.NodeType))} {Literal(right, left)}";
        throw Unsupported(node);
    }

    // x.CompareTo(y) >= 0 and string.Compare(x, y) >= 0 mean x ge y.
    private static (Expression Left, Expression Right)? TextComparison(BinaryExpression node)
    {
        if (node.Left is not MethodCallExpression call || UsesParameter(node.Right) || Evaluate(node.Right) is not 0)
            return null;
        return call.Method.Name switch
        {
            nameof(string.CompareTo) when call.Arguments.Count == 1 => (call.Object!, call.Arguments[0]),
            nameof(string.Compare) when call.Method.DeclaringType == typeof(string) && call.Arguments.Count == 2 =>
                (call.Arguments[0], call.Arguments[1]),
            _ => null,
        };
    }

    private static string? PropertyName(Expression node) => node switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert } convert => PropertyName(convert.Operand),
        MemberExpression { Member.Name: "Value", Expression: { } inner }
            when Nullable.GetUnderlyingType(inner.Type) is not null => PropertyName(inner),
        MemberExpression { Expression: ParameterExpression entity } member => StoredName(entity.Type, member.Member),
        MethodCallExpression { Object: ParameterExpression, Arguments: [var key] } getter
            when getter.Method.Name.StartsWith("Get", StringComparison.OrdinalIgnoreCase) => Evaluate(key) as string,
        _ => null,
    };

    private static string StoredName(Type entity, MemberInfo member) =>
        entity == typeof(Models.TableItem)
            ? "TableName"
            : member.GetCustomAttribute<DataMemberAttribute>()?.Name ?? member.Name;

    // An enum is compared as its underlying number by the compiler, but stored by name.
    private static string Literal(Expression property, Expression value)
    {
        var constant = UsesParameter(value) ? throw Unsupported(value) : Evaluate(value);
        var type = property is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand.Type : property.Type;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return FilterLiteral.Of(type.IsEnum && constant is not null ? Enum.ToObject(type, constant) : constant);
    }

    private static object? Evaluate(Expression node) => node is ConstantExpression constant
        ? constant.Value
        : Expression.Lambda<Func<object>>(Expression.Convert(node, typeof(object))).Compile(preferInterpretation: true)();

    private static string Operator(ExpressionType type) => type switch
    {
        ExpressionType.Equal => "eq",
        ExpressionType.NotEqual => "ne",
        ExpressionType.GreaterThan => "gt",
        ExpressionType.GreaterThanOrEqual => "ge",
        ExpressionType.LessThan => "lt",
        ExpressionType.LessThanOrEqual => "le",
        _ => throw new NotSupportedException($"A table filter has no {type}."),
    };

    private static ExpressionType Mirror(ExpressionType type) => type switch
    {
        ExpressionType.GreaterThan => ExpressionType.LessThan,
        ExpressionType.GreaterThanOrEqual => ExpressionType.LessThanOrEqual,
        ExpressionType.LessThan => ExpressionType.GreaterThan,
        ExpressionType.LessThanOrEqual => ExpressionType.GreaterThanOrEqual,
        _ => type,
    };

    private static bool UsesParameter(Expression node)
    {
        var search = new ParameterSearch();
        search.Visit(node);
        return search.Found;
    }

    private static NotSupportedException Unsupported(Expression node) => new($"A table filter cannot express: {node}");

    private sealed class ParameterSearch : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found = true;
            return node;
        }
    }
}
