namespace LocalDiplomacy.Bench.Load;

/// <param name="Orchestrations">How many are measured.</param>
/// <param name="WarmUp">How many run before, unmeasured, so that code is compiled and files are there.</param>
/// <param name="AtOnce">How many run at the same time.</param>
/// <param name="Store">"file" or "azurite".</param>
/// <param name="JsonFile">Where the figures go besides.</param>
internal sealed record LoadOptions(int Orchestrations, int WarmUp, int AtOnce, string Store, string? JsonFile)
{
    internal static readonly string[] Names = ["--orchestrations", "--warm-up", "--at-once", "--store", "--json"];

    internal static LoadOptions Of(Arguments arguments, int usualOrchestrations = 1000)
    {
        var count = arguments.Number("--orchestrations", usualOrchestrations);
        return new LoadOptions(
            count,
            arguments.Number("--warm-up", Math.Min(count, usualOrchestrations), least: 0),
            arguments.Number("--at-once", 64),
            arguments.Choice("--store", "file", "azurite"),
            arguments.Text("--json"));
    }
}
