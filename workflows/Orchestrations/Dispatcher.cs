using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using static Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>How orchestrations are started and told that there is something to look at.</summary>
public sealed partial class Dispatcher(ILogger<Dispatcher> log)
{
    /// <summary>
    /// Makes sure that the case's orchestration looks at it: starts it, or raises the nudge where it runs. Never fails:
    /// what is lost here stands in <c>Nudges</c> and is found again.
    /// </summary>
    public async Task NudgeAsync(MouId id, DurableTaskClient engine, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        try
        {
            if (!await TryStartAsync(id, engine, cancel).ConfigureAwait(false))
                await engine.RaiseEventAsync(id.Value, MouCase.Nudged, cancel).ConfigureAwait(false);
        }
        catch (Exception lost) when (lost is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            LogLostNudge(log, id.Value, lost);
        }
    }

    /// <summary>Starts a mail's delivery. Again, running or long done: nothing happens.</summary>
    public static async Task DeliverAsync(MailDeliveryInput mail, DurableTaskClient engine, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(engine);
        var id = $"mail-{mail.Ledger}-{mail.MailId}";
        try
        {
            var options = new StartOrchestrationOptions(id).WithDedupeStatuses(Pending, Running, Suspended, Completed, Failed, Terminated);
            await engine.ScheduleNewOrchestrationInstanceAsync(nameof(MailDelivery), mail, options, cancel).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            // It was started before, or this is another fault of that type: only the instance itself can tell.
            if (await engine.GetInstanceAsync(id, cancel).ConfigureAwait(false) is null) throw;
        }
    }

    /// <returns>False: it runs.</returns>
    private static async Task<bool> TryStartAsync(MouId id, DurableTaskClient engine, CancellationToken cancel)
    {
        try
        {
            var options = new StartOrchestrationOptions(id.Value).WithDedupeStatuses(Pending, Running, Suspended);
            await engine.ScheduleNewOrchestrationInstanceAsync(nameof(MouCase), new MouCaseInput(id.Value), options, cancel).ConfigureAwait(false);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The nudge of {Mou} was lost. It is found again within a minute.")]
    private static partial void LogLostNudge(ILogger log, string mou, Exception lost);
}
