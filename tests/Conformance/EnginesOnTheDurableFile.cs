using LocalDiplomacy.DurableTaskContract;

namespace LocalDiplomacy.Conformance.Tests;

/// <summary>Each hub in a file of its own.</summary>
internal sealed class EnginesOnTheDurableFile : IEngines
{
    internal static EnginesOnTheDurableFile Instance { get; } = new();

    public async Task<Hub> StartAsync(HubOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("conformance-").FullName;
        var hub = new EmbeddedHub($"DurableFile={Path.Combine(folder, "hub.db")}", "Contract", options) { Folder = folder };
        await hub.StartWorkerAsync();
        return hub;
    }
}
