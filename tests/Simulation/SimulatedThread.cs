namespace LocalDiplomacy.Simulation;

/// <summary>Runs every task of a simulation on the calling thread. Which of those that could go on does so is drawn by the seed, so that
/// the same seed gives the same interleaving.</summary>
internal sealed class SimulatedThread(SeededChance chance) : TaskScheduler
{
    private readonly Lock gate = new();
    private readonly List<Task> ready = [];

    private readonly int owner = Environment.CurrentManagedThreadId;

    internal int Steps { get; private set; }

    internal bool IsIdle
    {
        get
        {
            lock (gate) return ready.Count == 0;
        }
    }

    /// <summary>One step of one task.</summary>
    internal void Step()
    {
        Task next;
        lock (gate)
        {
            var index = chance.Between(0, ready.Count);
            next = ready[index];
            ready[index] = ready[^1];
            ready.RemoveAt(ready.Count - 1);
        }

        Steps++;
        TryExecuteTask(next);
    }

    internal Task Start(Func<Task> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, this).Unwrap();

    protected override void QueueTask(Task task)
    {
        if (Environment.CurrentManagedThreadId != owner) throw new InvalidOperationException("Something of the simulation ran on another thread." + Environment.StackTrace);
        lock (gate) ready.Add(task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => ready;
}
