using System.Collections.Concurrent;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Telemetry;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>Looks after orchestrators' code that does not come back: one timer, set only while such code runs.</summary>
internal sealed partial class Hub
{
    private readonly ConcurrentDictionary<string, TaskFailureDetails> condemned = new(StringComparer.Ordinal);
    private readonly ITimer codeWatch;
    private int watchesCode;
    private int lostThreads;

    /// <summary>Why an execution must fail without being run again; null for all but those whose code did not come back.</summary>
    internal TaskFailureDetails? Condemned(string executionId) => condemned.GetValueOrDefault(executionId);

    internal void WatchCode()
    {
        if (Options.OrchestratorTimeLimit == Timeout.InfiniteTimeSpan || Interlocked.Exchange(ref watchesCode, 1) == 1) return;
        codeWatch.Change(Options.OrchestratorTimeLimit / 2, Timeout.InfiniteTimeSpan);
    }

    private void LookAfterCode()
    {
        // Before looking: code that begins afterwards sets the timer itself.
        Volatile.Write(ref watchesCode, 0);
        var limit = (Options.MachineTime.GetUtcNow() - Options.OrchestratorTimeLimit).UtcTicks;
        var isAnyInCode = false;
        foreach (var lane in lanes.Values)
        {
            isAnyInCode |= lane.IsInCode;
            if (lane.CodeSinceBefore(limit) is { } executionId) GiveUp(lane, executionId);
        }

        if (isAnyInCode && isRunning) WatchCode();
    }

    private void GiveUp(Lane lane, string executionId)
    {
        condemned[executionId] = new TaskFailureDetails(
            FailureKinds.OrchestratorTimedOut,
            $"The orchestrator's code ran for more than {Options.OrchestratorTimeLimit} without awaiting anything; the instance was ended.",
            null,
            null,
            null);
        Forget(lane.InstanceId, lane);
        if (!lane.GiveUp()) return;
        turns.Release();
        EngineMetrics.ThreadIsLost(lane.Orchestration!);
        Logger.LogError(
            "The orchestrator of {InstanceId} does not come back: it loops without awaiting, or blocks. Its instance fails. It keeps its thread, "
            + "the {Count}th since the start, until the program ends.",
            lane.InstanceId,
            Interlocked.Increment(ref lostThreads));
        Signal(lane.InstanceId);
    }
}
