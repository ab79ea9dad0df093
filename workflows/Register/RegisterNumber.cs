using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>What a tie is known by in public, for good: "2026-0042", the year in which it was entered and its place in it.</summary>
[JsonConverter(typeof(TextValueConverter<RegisterNumber>))]
public readonly partial record struct RegisterNumber(string Value) : ITextValue<RegisterNumber>
{
    public static RegisterNumber From(string value) => new(value);

    public static RegisterNumber Of(int year, int place) => new(string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{place:D4}"));

    /// <returns>Null: no number of a register has this form.</returns>
    public static RegisterNumber? Read(string? text) => text is not null && Shape().IsMatch(text) ? new(text) : null;

    public int Year => int.Parse(Value.AsSpan(0, 4), CultureInfo.InvariantCulture);

    public int Place => int.Parse(Value.AsSpan(5), CultureInfo.InvariantCulture);

    public override string ToString() => Value;

    [GeneratedRegex(@"^[0-9]{4}-(?!0000)[0-9]{4,6}\z")]
    private static partial Regex Shape();
}
