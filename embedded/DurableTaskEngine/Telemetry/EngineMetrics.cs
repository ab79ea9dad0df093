using System.Diagnostics;
using System.Diagnostics.Metrics;
using LocalDiplomacy.DurableTaskEngine.History;

namespace LocalDiplomacy.DurableTaskEngine.Telemetry;

/// <summary>Metrics by the messaging conventions of OpenTelemetry: a hub is a broker of messages between orchestrations and activities.
/// Where nobody listens, nothing is measured.</summary>
internal static class EngineMetrics
{
    internal const string Name = "LocalDiplomacy.DurableTask";

    internal const string Orchestrations = "orchestrations";

    internal const string Activities = "activities";

    private static readonly Meter Meter = new(Name);

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    };

    private static readonly Counter<long> Sent = Meter.CreateCounter<long>(
        "messaging.client.sent.messages", "{message}", "Messages that were sent to orchestrations and activities.");

    private static readonly Counter<long> Consumed = Meter.CreateCounter<long>(
        "messaging.client.consumed.messages", "{message}", "Messages that turns and activities took in.");

    private static readonly Histogram<double> Operations = Meter.CreateHistogram(
        "messaging.client.operation.duration", "s", "How long it took to send a message, or to commit a turn.", null, Seconds);

    private static readonly Histogram<double> Processing = Meter.CreateHistogram(
        "messaging.process.duration", "s", "How long a turn or an activity took.", null, Seconds);

    private static readonly Counter<long> Lost = Meter.CreateCounter<long>(
        "durabletask.orchestrator.threads.lost", "{thread}", "Threads that an orchestrator's code keeps until the program ends.");

    internal static bool MeasuresTime => Operations.Enabled || Processing.Enabled;

    /// <summary>From outside, by a client.</summary>
    internal static void SentByClient(HistoryKind kind, string name, TimeSpan took, string? errorType = null)
    {
        if (!Sent.Enabled && !Operations.Enabled) return;
        var about = About("send", Orchestrations, kind, name, errorType);
        Sent.Add(1, about);
        Operations.Record(took.TotalSeconds, about);
    }

    /// <summary>By a turn, in the transaction that commits it.</summary>
    internal static void SentByTurn(IEnumerable<HistoryEvent> actions)
    {
        if (!Sent.Enabled) return;
        foreach (var action in actions)
            if (action.Kind is HistoryKind.TaskScheduled or HistoryKind.SubOrchestrationCreated or HistoryKind.EventSent)
                Sent.Add(1, About("send", action.Kind == HistoryKind.TaskScheduled ? Activities : Orchestrations, action.Kind, action.Name!, null));
    }

    internal static void Committed(string orchestration, TimeSpan took, string? errorType)
    {
        if (Operations.Enabled) Operations.Record(took.TotalSeconds, About("commit", Orchestrations, null, orchestration, errorType));
    }

    internal static void TurnTook(string orchestration, TimeSpan took, IReadOnlyCollection<HistoryEvent> inputs, string? errorType)
    {
        if (Processing.Enabled) Processing.Record(took.TotalSeconds, About("process", Orchestrations, null, orchestration, errorType));
        if (!Consumed.Enabled) return;
        foreach (var inputsOfAKind in inputs.GroupBy(input => input.Kind))
            Consumed.Add(inputsOfAKind.Count(), About("process", Orchestrations, inputsOfAKind.Key, orchestration, null));
    }

    internal static void ActivityTook(string activity, TimeSpan took, string? errorType)
    {
        if (!Processing.Enabled && !Consumed.Enabled) return;
        var about = About("process", Activities, null, activity, errorType);
        Processing.Record(took.TotalSeconds, about);
        Consumed.Add(1, About("process", Activities, HistoryKind.TaskScheduled, activity, null));
    }

    /// <summary>The code of an orchestrator was given up, and its thread with it.</summary>
    internal static void ThreadIsLost(string orchestration) => Lost.Add(1, new KeyValuePair<string, object?>("durabletask.task.name", orchestration));

    private static TagList About(string operation, string destination, HistoryKind? kind, string name, string? errorType)
    {
        var about = new TagList
        {
            { "messaging.system", "durabletask" },
            { "messaging.operation.name", operation },
            { "messaging.destination.name", destination },
            { "durabletask.task.name", name },
        };
        if (kind is { } message) about.Add("durabletask.message", message.ToString());
        if (errorType is not null) about.Add("error.type", errorType);
        return about;
    }
}
