namespace LocalDiplomacy.DurableTaskContract;

/// <summary>What whoever adopts the contract provides: engines, each with a hub of its own that knows nothing yet.</summary>
public interface IEngines
{
    /// <summary>A hub with one worker that runs.</summary>
    Task<Hub> StartAsync(HubOptions options);
}
