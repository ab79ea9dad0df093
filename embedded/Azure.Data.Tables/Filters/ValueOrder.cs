using System.Globalization;

namespace Azure.Data.Tables.Filters;

/// <summary>The order of stored values: text and bytes ordinal, numbers across their types.</summary>
internal static class ValueOrder
{
    /// <summary>Null when the types cannot be compared.</summary>
    public static int? Compare(object stored, object value) => (stored, value) switch
    {
        (string left, string right) => string.CompareOrdinal(left, right),
        (bool left, bool right) => left.CompareTo(right),
        (Guid left, Guid right) => left.CompareTo(right),
        (DateTimeOffset left, DateTimeOffset right) => left.CompareTo(right),
        (byte[] left, byte[] right) => left.AsSpan().SequenceCompareTo(right),
        (int or long, int or long) => Long(stored).CompareTo(Long(value)),
        (int or long or double, int or long or double) => Double(stored).CompareTo(Double(value)),
        _ => null,
    };

    private static long Long(object number) => Convert.ToInt64(number, CultureInfo.InvariantCulture);

    private static double Double(object number) => Convert.ToDouble(number, CultureInfo.InvariantCulture);
}
