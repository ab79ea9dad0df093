using LocalDiplomacy.DurableTaskEngine.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.DurableTaskEngine.Execution;

/// <summary>The context of one execution. Whatever is asked of it becomes a numbered action.</summary>
internal sealed partial class EngineContext(
    ExecutionFacts facts, DurableTaskWorkerOptions worker, ILoggerFactory loggers, TurnThread thread) : TaskOrchestrationContext
{
    /// <summary>16 KiB of UTF-16 text, as the Functions host counts it.</summary>
    private const int LongestCustomStatus = 16 * 1024 / sizeof(char);

    private const int MostActionsOfATurn = 100_000;

    private readonly List<HistoryEvent> actions = [];
    private readonly EventMailbox mailbox = new();
    private ILoggerFactory? replaySafeLoggers;
    private int guidsMade;
    private int nextTaskId;

    public override TaskName Name => facts.Name;

    public override string InstanceId => facts.InstanceId;

    public override string Version => facts.Version;

    public override ParentOrchestrationInstance? Parent => facts.Parent;

    public override DateTime CurrentUtcDateTime => now;

    public override bool IsReplaying => replaying;

    public override ILoggerFactory ReplaySafeLoggerFactory => replaySafeLoggers ??= base.ReplaySafeLoggerFactory;

    internal string? CustomStatus { get; private set; } = facts.CustomStatus;

    internal ContinuedAsNew? Next { get; private set; }

    internal EventMailbox Mailbox => mailbox;

    internal SortedDictionary<int, OpenTask> Open { get; } = [];

    protected override ILoggerFactory LoggerFactory => loggers;

    private DateTime now;
    private bool replaying;

    public override T? GetInput<T>()
        where T : default => worker.DataConverter.Deserialize<T>(facts.Input);

    public override Guid NewGuid()
    {
        thread.Ensure();
        return NameBasedGuid.Create(InstanceId, CurrentUtcDateTime, guidsMade++);
    }

    public override void SetCustomStatus(object? customStatus)
    {
        thread.Ensure();
        var text = worker.DataConverter.Serialize(customStatus);
        if (text?.Length > LongestCustomStatus)
            throw new ArgumentException("A custom status takes at most 16 KiB of UTF-16 text.", nameof(customStatus));

        CustomStatus = text;
    }

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ContinueAsNew(options.NewInput, options.NewVersion, options.PreserveUnprocessedEvents);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(newInput, null, preserveUnprocessedEvents);

    internal void BeginTurn(DateTime startedAt, bool isReplay) => (now, replaying) = (startedAt, isReplay);

    internal IReadOnlyList<HistoryEvent> TakeActions()
    {
        HistoryEvent[] taken = [.. actions];
        actions.Clear();
        return taken;
    }

    internal HistoryEvent Complete(string? output, string? failure) =>
        new(HistoryKind.ExecutionCompleted) { TaskId = nextTaskId++, Name = Name, Data = output, Failure = failure };

    private void ContinueAsNew(object? input, string? version, bool keepsEvents)
    {
        thread.Ensure();
        Next = new ContinuedAsNew(worker.DataConverter.Serialize(input), version, keepsEvents);
    }
}
