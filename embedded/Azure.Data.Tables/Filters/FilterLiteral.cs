using System.Globalization;

namespace Azure.Data.Tables.Filters;

/// <summary>Values as OData literals.</summary>
internal static class FilterLiteral
{
    public static string Format(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        object[] literals = [.. filter.GetArguments().Select(Of)];
        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    public static string Of(object? value) => value switch
    {
        null => throw new ArgumentException("A filter cannot compare with null: tables store no nulls."),
        string text => Quote(text),
        char letter => Quote(letter.ToString()),
        bool truth => truth ? "true" : "false",
        long number => Invariant($"{number}L"),
        int or short or ushort or byte or sbyte => Invariant($"{value}"),
        uint number => Invariant($"{number}L"),
        double or float => Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        Guid id => $"guid'{id}'",
        DateTimeOffset time => $"datetime'{Time(time)}'",
        DateTime time => $"datetime'{Time(Utc(time))}'",
        byte[] bytes => $"X'{Convert.ToHexStringLower(bytes)}'",
        BinaryData data => Of(data.ToArray()),
        Enum name => Quote(name.ToString()),
        _ => throw new NotSupportedException($"A filter cannot compare with a {value.GetType()}."),
    };

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    // Without a point the service would read an Int32.
    private static string Number(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny(".EN∞".AsSpan()) >= 0 ? text : text + ".0";
    }

    private static DateTimeOffset Utc(DateTime time) =>
        time.Kind is DateTimeKind.Unspecified ? new DateTimeOffset(time, TimeSpan.Zero) : time.ToUniversalTime();

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
