namespace LocalDiplomacy.Simulation;

/// <param name="Wrong">Broken promises, in words.</param>
/// <param name="Steps">How many steps of tasks the run took; the same for the same seed.</param>
public sealed record SimulationResult(IReadOnlyList<string> Wrong, int Steps)
{
    /// <summary>What the seed drew.</summary>
    public string Scenes { get; init; } = string.Empty;
}
