using LocalDiplomacy.Azurite;
using LocalDiplomacy.DurableTaskContract;

namespace LocalDiplomacy.Conformance.Tests;

/// <summary>One Azurite for the whole run; each hub has tables and a container of its own. It ends with the test process, which holds
/// its standard input open.</summary>
internal sealed class EnginesOnAzurite : IEngines
{
    private static readonly Lazy<Task<AzuriteProcess>> Shared = new(StartAzuriteAsync);
    private static int hubs;

    internal static EnginesOnAzurite Instance { get; } = new();

    public async Task<Hub> StartAsync(HubOptions options)
    {
        var (connection, name) = await PlaceAsync();
        var hub = new EmbeddedHub(connection, name, options);
        await hub.StartWorkerAsync();
        return hub;
    }

    /// <summary>Where a hub can be that no other one is.</summary>
    internal static async Task<(string Connection, string HubName)> PlaceAsync() =>
        ((await Shared.Value).ConnectionString, $"Contract{Interlocked.Increment(ref hubs)}");

    private static Task<AzuriteProcess> StartAzuriteAsync() =>
        AzuriteProcess.StartAsync(new AzuriteOptions(Directory.CreateTempSubdirectory("conformance-azurite-").FullName));
}
