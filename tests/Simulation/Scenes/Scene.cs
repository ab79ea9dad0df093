using Microsoft.DurableTask;

namespace LocalDiplomacy.Simulation.Scenes;

/// <summary>Orchestrations whose end is known whatever happens around them, as long as nothing is lost or done twice.</summary>
internal abstract class Scene(Stage stage)
{
    protected Stage Stage => stage;

    /// <param name="tasks">Of a host that is about to start.</param>
    /// <param name="host">That host, once it has started.</param>
    internal abstract void Register(DurableTaskRegistry tasks, Func<SimulatedHost> host);

    /// <summary>While requests fail and processes end.</summary>
    internal abstract Task PlayAsync();

    /// <summary>Once they do not any more: brings all to its end, and says what is wrong with it.</summary>
    internal abstract Task EndAsync();
}
