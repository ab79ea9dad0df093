using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LocalDiplomacy.Workflows.Observability;

/// <summary>
/// The program's own spans and metrics, under one name. They carry ids, names of rules and counts: no names of people, no
/// addresses, no texts, no tokens. docs/observability.md names each.
/// </summary>
public static class Telemetry
{
    public const string Name = "LocalDiplomacy";

    internal static readonly ActivitySource Source = new(Name);
    internal static readonly Meter Meter = new(Name);

    /// <summary>What goes into a row, so that whoever carries it out later continues the trace; null where nobody traces.</summary>
    internal static string? Context => Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>
    /// A span of work that was asked for by <paramref name="context"/>, perhaps days ago and on another machine. The span of
    /// the function that does it now is linked.
    /// </summary>
    internal static Activity? Continue(string name, string? context)
    {
        if (context is null || !ActivityContext.TryParse(context, null, isRemote: true, out var parent)) return Source.StartActivity(name);
        return Source.StartActivity(name, ActivityKind.Internal, parent, links: Activity.Current is { } function ? [new(function.Context)] : null);
    }
}
