namespace LocalDiplomacy.Bench;

/// <param name="Runs">Starts on an existing store; the median counts.</param>
/// <param name="Idle">How long the program is left alone before its memory is read.</param>
/// <param name="JsonFile">Where the figures also go, for a comparison with the last release's.</param>
internal sealed record StartupOptions(int Runs, TimeSpan Idle, string? JsonFile)
{
    internal static StartupOptions Of(Arguments arguments) => new(
        arguments.Number("--runs", 7), TimeSpan.FromSeconds(arguments.Number("--idle", 20, least: 0)), arguments.Text("--json"));
}
