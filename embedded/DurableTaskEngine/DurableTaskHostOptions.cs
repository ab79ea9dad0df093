using Microsoft.DurableTask.Worker;

namespace LocalDiplomacy.DurableTaskEngine;

/// <summary>How the engine runs. Every setting has a default that suits one process on one machine.</summary>
public sealed class DurableTaskHostOptions
{
    private TimeSpan? sweepEvery;
    private TimeSpan? activityLease;

    /// <summary>Prefix of the tables and the container; letters and digits, starting with a letter.</summary>
    public string HubName { get; set; } = "LocalDiplomacy";

    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal Scheduling.Chance Chance { get; set; } = new();

    /// <summary>How long code runs is a matter of the machine's time, whatever time it is for the hub: a hub's clock may be skipped ahead.</summary>
    internal TimeProvider MachineTime { get; set; } = TimeProvider.System;

    internal Storage.StoreLimits Limits { get; set; } = new();

    /// <summary>Concurrency, the longest timer hop, versions and the data converter.</summary>
    public DurableTaskWorkerOptions Worker { get; set; } = new();

    /// <summary>How often the index of due work is read as a backup to signals and timers: work left by another process, or by a
    /// signal that was lost, starts at most this much later. The only host of a hub needs it next to never (10 minutes); hosts that share
    /// one read it every 10 seconds unless it is set.</summary>
    public TimeSpan SweepEvery
    {
        get => sweepEvery ?? (TakesOverAtStart ? TimeSpan.FromMinutes(10) : TimeSpan.FromSeconds(10));
        set => sweepEvery = value;
    }

    /// <summary>An instance without work leaves memory after this time; zero replays the history at every turn.</summary>
    public TimeSpan KeepIdleInstancesFor { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>An activity belongs to the host that started it for this long, prolonged while it runs. Another host takes it over
    /// only afterwards. 2 minutes; 15 seconds, unless it is set, where hosts share a hub.</summary>
    public TimeSpan ActivityLease
    {
        get => activityLease ?? (TakesOverAtStart ? TimeSpan.FromMinutes(2) : TimeSpan.FromSeconds(15));
        set => activityLease = value;
    }

    /// <summary>True for the only host of a hub: what its last run left unfinished starts at once. False when hosts share a hub:
    /// activities then wait for their lease to end.</summary>
    public bool TakesOverAtStart { get; set; } = true;

    /// <summary>An activity during which the process ended this many times is not run again; it fails, and the log shows it.</summary>
    public int MaximumActivityStarts { get; set; } = 20;

    /// <summary>Takes down every turn that is committed; null where nobody records.</summary>
    public Recording.HistoryRecorder? Recorder { get; set; }

    /// <summary>An activity, or an orchestrator's code, that has not come back after this time is shown as stuck.</summary>
    public TimeSpan SlowAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>An activity that has not come to its end by then fails; its code is asked to stop (<see cref="ActivityCancellation"/>), but
    /// cannot be made to. As long as a function may run on Azure by default.</summary>
    public TimeSpan ActivityTimeLimit { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>An orchestrator whose code has not awaited anything by then fails. Its thread cannot be ended, and is lost to the
    /// process.</summary>
    public TimeSpan OrchestratorTimeLimit { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a stop waits for running activities. Those that take longer run again after the next start.</summary>
    public TimeSpan ShutdownGrace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause between two tries while the storage is away.</summary>
    public TimeSpan LongestRetryPause { get; set; } = TimeSpan.FromSeconds(30);
}
