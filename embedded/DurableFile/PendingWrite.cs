namespace LocalDiplomacy.DurableFile;

/// <summary>A transaction on its way through the writer.</summary>
internal interface IPendingWrite
{
    bool IsCancelled { get; }

    void Run(WriteScope scope);

    /// <summary>Refused by its own rules: nothing of it was written, the others go on.</summary>
    void Refuse(Exception reason);

    /// <summary>The group it was in could not be committed.</summary>
    void Fail(Exception reason);

    /// <summary>Its group is on disk.</summary>
    void Acknowledge();
}

internal sealed class PendingWrite<T>(Func<WriteScope, T> work, CancellationToken cancellation) : IPendingWrite
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;
    private Exception? refusal;

    public Task<T> Task => completion.Task;

    public bool IsCancelled { get; private set; } = cancellation.IsCancellationRequested;

    public void Run(WriteScope scope) => result = work(scope);

    public void Refuse(Exception reason) => refusal = reason;

    public void Fail(Exception reason) => completion.TrySetException(reason);

    public void Acknowledge()
    {
        if (IsCancelled)
            completion.TrySetCanceled(cancellation);
        else if (refusal is not null)
            completion.TrySetException(refusal);
        else
            completion.TrySetResult(result);
    }
}
