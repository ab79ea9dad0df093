using System.Diagnostics.CodeAnalysis;
using LocalDiplomacy.DurableTaskEngine.Storage;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

internal sealed partial class Lane
{
    private TaskCompletionSource<BeginOutcome>? beginning;
    private bool isOnItsWay;

    /// <summary>Takes the first turn of an instance that is not stored yet: it comes to be in that turn's transaction.</summary>
    /// <param name="row">The new instance, without an ETag.</param>
    /// <param name="input">In plain form.</param>
    /// <param name="entry">What was written to the index for it.</param>
    /// <param name="begun">Fails where the storage does; whether the instance is there is unknown then.</param>
    internal bool TryBegin(InstanceRow row, string? input, DueEntry entry, [NotNullWhen(true)] out Task<BeginOutcome>? begun)
    {
        lock (gate)
        {
            begun = null;
            if (retired || scheduled || state is not null) return false;
            state = new LaneState(row) { Input = input };
            (indexed, indexedDue) = (entry, entry.Due);
            isOnItsWay = false;
            beginning = new TaskCompletionSource<BeginOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
            begun = beginning.Task;
            Schedule();
            return true;
        }
    }

    /// <summary>Lets whoever waits for the first turn store the instance without it. If the turn is committed all the same, they find it.</summary>
    internal void DeclineToBegin() => EndBeginning(waiting => waiting.TrySetResult(BeginOutcome.Declined));

    /// <summary>As <see cref="DeclineToBegin"/>, unless the orchestrator has answered and only the storage is waited for.</summary>
    internal void LosePatience()
    {
        lock (gate)
        {
            if (isOnItsWay) return;
        }

        DeclineToBegin();
    }

    private void EndBeginning(Action<TaskCompletionSource<BeginOutcome>> end)
    {
        TaskCompletionSource<BeginOutcome>? waiting;
        lock (gate) (waiting, beginning) = (beginning, null);
        if (waiting is not null) end(waiting);
    }

    private void FailToBegin(Exception failure) => EndBeginning(waiting =>
    {
        if (failure is TurnConflictException) waiting.TrySetResult(BeginOutcome.Exists);
        else if (failure is OperationCanceledException) waiting.TrySetResult(BeginOutcome.Declined);
        else waiting.TrySetException(failure);
    });
}
