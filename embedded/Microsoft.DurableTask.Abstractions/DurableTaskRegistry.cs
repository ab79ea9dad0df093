namespace Microsoft.DurableTask;

/// <summary>The orchestrators and activities that a worker knows by name.</summary>
public sealed partial class DurableTaskRegistry
{
    internal Dictionary<RegisteredTask, Func<IServiceProvider, ITaskOrchestrator>> Orchestrators { get; } = [];

    internal Dictionary<RegisteredTask, Func<IServiceProvider, ITaskActivity>> Activities { get; } = [];

    private DurableTaskRegistry Add(TaskName name, TaskVersion version, Func<IServiceProvider, ITaskOrchestrator> factory) =>
        Add(Orchestrators, "orchestrator", name, version, factory);

    private DurableTaskRegistry Add(TaskName name, TaskVersion version, Func<IServiceProvider, ITaskActivity> factory) =>
        Add(Activities, "activity", name, version, factory);

    private DurableTaskRegistry Add<T>(
        Dictionary<RegisteredTask, Func<IServiceProvider, T>> tasks,
        string kind,
        TaskName name,
        TaskVersion version,
        Func<IServiceProvider, T> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (string.IsNullOrEmpty(name.Name)) throw new ArgumentException($"An {kind} needs a name.", nameof(name));
        if (!tasks.TryAdd(new RegisteredTask(name, version), factory))
            throw new ArgumentException($"An {kind} named '{name}' is registered already.", nameof(name));

        return this;
    }
}
