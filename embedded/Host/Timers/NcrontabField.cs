using System.Globalization;

namespace LocalDiplomacy.EmbeddedHost.Timers;

/// <summary>One field of a schedule, as the set of its values.</summary>
internal static class NcrontabField
{
    public static ulong Parse(string field, int least, int most, string[] names)
    {
        var set = 0UL;
        foreach (var part in field.Split(','))
        {
            var (from, to, step) = Range(part, least, most, names);
            if (from < least || to > most || from > to || step < 1)
                throw new FormatException($"'{field}' is out of range");
            for (var value = from; value <= to; value += step)
                set |= 1UL << value;
        }

        return set;
    }

    private static (int From, int To, int Step) Range(string part, int least, int most, string[] names)
    {
        var stepped = part.Split('/');
        if (stepped.Length > 2)
            throw new FormatException($"'{part}' has more than one step");

        var step = stepped.Length == 2 ? Number(stepped[1]) : 1;
        if (stepped[0] == "*")
            return (least, most, step);

        var ends = stepped[0].Split('-');
        var from = Value(ends[0], least, names);
        return ends.Length switch
        {
            2 => (from, Value(ends[1], least, names), step),
            // "5/10" runs from 5 to the end.
            1 => (from, stepped.Length == 2 ? most : from, step),
            _ => throw new FormatException($"'{part}' is no range"),
        };
    }

    private static int Value(string text, int least, string[] names)
    {
        var name = Array.FindIndex(names, n => string.Equals(n, text, StringComparison.OrdinalIgnoreCase));
        return name >= 0 ? name + least : Number(text);
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"'{text}' is no number");
}
