using LocalDiplomacy.Workflows.Orchestrations;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Histories.Tests;

/// <summary>The ways that <see cref="AlertDelivery"/> can take.</summary>
internal static class AlertPaths
{
    public static IEnumerable<RecordedPath> All => [Path("taken"), Path("taken-after-tries", notTaken: 3), Path("given-up-after-a-day", notTaken: int.MaxValue)];

    private static RecordedPath Path(string name, int notTaken = 0) => new(
        $"{nameof(AlertDelivery)}.{name}",
        tasks => tasks.AddActivityFunc<AlertDeliveryInput, object?>(nameof(PostAlert), (_, _) => notTaken-- > 0 ? throw new AlertNotTakenException() : (object?)null),
        async studio =>
        {
            const string id = "alert-recorded-opened";
            await studio.Client.ScheduleNewOrchestrationInstanceAsync(nameof(AlertDelivery), new AlertDeliveryInput("recorded", IsClosed: false), new StartOrchestrationOptions(id));
            await studio.EndOfAsync(id);
        });
}
