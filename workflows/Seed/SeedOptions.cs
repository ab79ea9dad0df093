using System.Globalization;
using Microsoft.Extensions.Hosting;

namespace LocalDiplomacy.Workflows.Seed;

/// <summary>What is asked for.</summary>
/// <param name="Mous">How many MOUs.</param>
/// <param name="RandomSeed">The same one on the same day makes the same MOUs.</param>
/// <param name="Add">Also into a store that has cases.</param>
internal sealed record SeedOptions(int Mous, int RandomSeed, bool Add)
{
    private const int Most = 1_000_000;

    /// <exception cref="HostAbortedException">Something else was said.</exception>
    public static SeedOptions Read(IReadOnlyList<string> arguments)
    {
        var options = new SeedOptions(0, 1, false);
        for (var i = 0; i < arguments.Count; i++)
            options = arguments[i] switch
            {
                "--mous" => options with { Mous = Number(arguments, ++i, 1, Most) },
                "--random-seed" => options with { RandomSeed = Number(arguments, ++i, 0, int.MaxValue) },
                "--add" => options with { Add = true },
                var other => throw Misused($"'{other}' is none of its options."),
            };
        return options.Mous > 0 ? options : throw Misused("It needs a number of MOUs.");
    }

    private static int Number(IReadOnlyList<string> arguments, int at, int least, int most) =>
        at < arguments.Count && int.TryParse(arguments[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Misused(string.Create(CultureInfo.InvariantCulture, $"'{arguments[at - 1]}' needs a number from {least} to {most}."));

    private static HostAbortedException Misused(string what) => new($"{what} Write: seed --mous N [--random-seed S] [--add]");
}
