using System.Diagnostics.CodeAnalysis;

namespace LocalDiplomacy.DurableTaskEngine.Execution;

/// <summary>Runs an orchestrator's code on one thread at a time, in an order that depends on nothing but the history. A
/// continuation that arrives from any other thread means that something was awaited that is not durable.</summary>
internal sealed class TurnThread(Action onForeignContinuation) : SynchronizationContext
{
    private const int Nobody = -1;

    private readonly Queue<(SendOrPostCallback Callback, object? State)> posted = new();
    private volatile int owner = Nobody;
    private volatile bool foreign;

    /// <summary>Stays true once a continuation came from elsewhere.</summary>
    internal bool SawForeignContinuation => foreign;

    private bool IsCurrent => Environment.CurrentManagedThreadId == owner;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsCurrent) posted.Enqueue((d, state));
        else ReportForeign();
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (!IsCurrent) throw IllegalAwait();
        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;

    internal void Run(Action step)
    {
        var previous = Current;
        SetSynchronizationContext(this);
        owner = Environment.CurrentManagedThreadId;
        try
        {
            step();
            while (posted.TryDequeue(out var next)) next.Callback(next.State);
        }
        finally
        {
            owner = Nobody;
            SetSynchronizationContext(previous);
        }
    }

    internal void Ensure()
    {
        if (IsCurrent) return;
        ReportForeign();
        throw IllegalAwait();
    }

    internal void ReportForeignUnlessCurrent()
    {
        if (!IsCurrent) ReportForeign();
    }

    [SuppressMessage("Design", "CA1024", Justification = "Makes a new exception each time.")]
    internal static InvalidOperationException IllegalAwait() => new(
        "The orchestrator awaited something that is not durable. Await only tasks that the orchestration context gave out, and do not "
        + "leave its thread (no Task.Run, no ConfigureAwait(false)).");

    private void ReportForeign()
    {
        foreign = true;
        onForeignContinuation();
    }
}
