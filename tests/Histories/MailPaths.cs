using LocalDiplomacy.Workflows.Orchestrations;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Histories.Tests;

/// <summary>The ways that <see cref="MailDelivery"/> can take.</summary>
internal static class MailPaths
{
    private const int Always = int.MaxValue;

    public static IEnumerable<RecordedPath> All =>
    [
        Path("sent"),
        Path("sent-after-tries", notTaken: 3),
        // Nobody wants it any more: to the orchestration that is an end like any other.
        Path("obsolete-after-a-try", notTaken: 1),
        Path("refused", isRefused: true),
        Path("refused-after-tries", notTaken: 2, isRefused: true),
        Path("refused-while-storage-is-away", isRefused: true, notRecorded: 2),
        Path("given-up-after-a-day", notTaken: Always),
        Path("with-a-code", isShortLived: true),
        Path("with-a-code-given-up", isShortLived: true, notTaken: Always),
    ];

    private static RecordedPath Path(string name, int notTaken = 0, bool isRefused = false, bool isShortLived = false, int notRecorded = 0) => new(
        $"{nameof(MailDelivery)}.{name}",
        tasks => tasks
            .AddActivityFunc<MailDeliveryInput, bool>(nameof(SendMail), (_, _) => notTaken-- > 0 ? throw new MailNotTakenException() : isRefused)
            .AddActivityFunc<GivenUpMail, object?>(nameof(GiveUpMail), (_, _) => notRecorded-- > 0 ? throw new IOException("The storage is away.") : (object?)null),
        async studio =>
        {
            const string id = "mail-mou_recorded-1";
            var input = new MailDeliveryInput("mou_recorded", "1", isShortLived);
            await studio.Client.ScheduleNewOrchestrationInstanceAsync(nameof(MailDelivery), input, new StartOrchestrationOptions(id));
            await studio.EndOfAsync(id);
        });
}
