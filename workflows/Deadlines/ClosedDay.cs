using System.Globalization;
using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>A day on which a mission is closed: once ("2026-12-24") or each year ("08-17").</summary>
[JsonConverter(typeof(TextValueConverter<ClosedDay>))]
public readonly record struct ClosedDay(string Value) : ITextValue<ClosedDay>
{
    private const string Once = "yyyy-MM-dd";
    private const string EachYear = "MM-dd";

    /// <summary>A leap year, so that 02-29 can be said; it is then a day of leap years.</summary>
    private const string SomeLeapYear = "2024-";

    public static ClosedDay From(string value) => new(value);

    /// <returns>Null: it is neither form, or no such day.</returns>
    public static ClosedDay? Read(string text) =>
        IsDay(text) || IsDay(SomeLeapYear + text) ? new ClosedDay(text) : null;

    public bool FallsOn(DateOnly day) =>
        Value == day.ToString(Once, CultureInfo.InvariantCulture) || Value == day.ToString(EachYear, CultureInfo.InvariantCulture);

    public override string ToString() => Value;

    private static bool IsDay(string text) => DateOnly.TryParseExact(text, Once, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
