using Microsoft.DurableTask;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>Makes registered tasks: of exactly this version. The one without a version stands in for any as long as the name has no other:
/// once versions are told apart, none is taken for another in silence.</summary>
internal sealed class TaskFactories(DurableTaskRegistry registry, IServiceProvider services)
{
    internal ITaskOrchestrator? Orchestrator(string name, string? version) =>
        Find(registry.Orchestrators, name, version)?.Invoke(services);

    internal Func<IServiceProvider, ITaskActivity>? Activity(string name, string? version) => Find(registry.Activities, name, version);

    private static Func<IServiceProvider, T>? Find<T>(
        Dictionary<RegisteredTask, Func<IServiceProvider, T>> tasks, string name, string? version) =>
        tasks.GetValueOrDefault(new RegisteredTask(new TaskName(name), new TaskVersion(version)))
        ?? (tasks.Keys.Any(task => task.Name == name && task.Version != TaskVersion.Unversioned)
            ? null
            : tasks.GetValueOrDefault(new RegisteredTask(new TaskName(name), TaskVersion.Unversioned)));
}
