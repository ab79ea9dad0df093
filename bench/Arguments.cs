using System.Globalization;

namespace LocalDiplomacy.Bench;

/// <summary>Options of a command, each with a value.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <exception cref="UsageException">An option is unknown, comes twice, or has no value.</exception>
    internal Arguments(string[] args, params IReadOnlyCollection<string> known)
    {
        for (var at = 0; at < args.Length; at += 2)
        {
            var option = args[at];
            if (!known.Contains(option))
                throw new UsageException($"'{option}' is no option of this command. It takes {(known.Count == 0 ? "none" : string.Join(", ", known))}.");
            if (at + 1 == args.Length) throw new UsageException($"{option} needs a value after it.");
            if (!values.TryAdd(option, args[at + 1])) throw new UsageException($"{option} is given twice; leave one of them out.");
        }
    }

    internal string? Text(string option) => values.GetValueOrDefault(option);

    /// <exception cref="UsageException">It is no whole number, or less than the least.</exception>
    internal int Number(string option, int usual, int least = 1)
    {
        if (!values.TryGetValue(option, out var text)) return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new UsageException($"{option} takes a whole number from {least} to {int.MaxValue}, not '{text}'.");
    }

    /// <exception cref="UsageException">It is none of the choices.</exception>
    internal string Choice(string option, params IReadOnlyList<string> choices)
    {
        var text = values.GetValueOrDefault(option, choices[0]);
        return choices.Contains(text) ? text : throw new UsageException($"{option} takes {string.Join(" or ", choices)}, not '{text}'.");
    }
}
