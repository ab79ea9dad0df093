using Microsoft.DurableTask;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>Cases that every engine has to pass. An adopter derives from each contract and gives it engines.</summary>
public abstract class Contract(IEngines engines)
{
    protected async Task<Hub> StartAsync(Action<DurableTaskRegistry> tasks, Action<HubOptions>? configure = null)
    {
        var options = new HubOptions(tasks);
        configure?.Invoke(options);
        return await engines.StartAsync(options);
    }
}
