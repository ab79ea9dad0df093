using System.Globalization;

namespace LocalDiplomacy.Bench;

/// <param name="Runs">Starts on an existing store; the median counts.</param>
/// <param name="Idle">How long the program is left alone before its memory is read.</param>
/// <param name="JsonFile">Where the figures also go, for a comparison with the last release's.</param>
internal sealed record StartupOptions(int Runs, TimeSpan Idle, string? JsonFile)
{
    private static readonly StartupOptions Usual = new(7, TimeSpan.FromSeconds(20), null);

    /// <returns>Null where the arguments make no sense.</returns>
    public static StartupOptions? Read(string[] args) => args switch
    {
        [] => Usual,
        [.. var rest, "--runs", var n] when Number(n) is >= 1 and var runs => Read(rest) is { } o ? o with { Runs = runs } : null,
        [.. var rest, "--idle", var s] when Number(s) is >= 0 and var seconds => Read(rest) is { } o ? o with { Idle = TimeSpan.FromSeconds(seconds) } : null,
        [.. var rest, "--json", var file] => Read(rest) is { } o ? o with { JsonFile = file } : null,
        _ => null,
    };

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
