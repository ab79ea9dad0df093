using LocalDiplomacy.DurableTaskEngine.Recording;
using LocalDiplomacy.Simulation;
using Microsoft.DurableTask;

namespace LocalDiplomacy.Histories.Tests;

/// <summary>One way that an orchestration can take, and how it is brought to take it.</summary>
/// <param name="Name">ORCHESTRATION.PATH, also of its file.</param>
/// <param name="RegisterActivities">What they answer.</param>
/// <param name="Scene">What happens to the instance.</param>
internal sealed record RecordedPath(string Name, Action<DurableTaskRegistry> RegisterActivities, Func<Studio, Task> Scene)
{
    /// <summary>Takes the way with the program's own orchestrations.</summary>
    /// <returns>One history an execution, by name; the second one and those after it have a number.</returns>
    public IEnumerable<(string Name, RecordedHistory History)> Record()
    {
        var histories = Studio.Record(
            Recordings.PresentVersion,
            tasks =>
            {
                OrchestrationFunctions.Register(tasks);
                RegisterActivities(tasks);
            },
            Scene);
        return histories.Select((history, index) => (index == 0 ? Name : $"{Name}.{index + 1}", history.WithoutStackTraces()));
    }
}
