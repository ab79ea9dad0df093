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
    public static Task DeliverAsync(MailDeliveryInput mail, DurableTaskClient engine, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return DeliverAsync(nameof(MailDelivery), $"mail-{mail.Ledger}-{mail.MailId}", mail, engine, cancel);
    }

    /// <summary>Starts telling the webhook. Again, running or long done: nothing happens.</summary>
    public static Task DeliverAsync(AlertDeliveryInput alert, DurableTaskClient engine, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return DeliverAsync(nameof(AlertDelivery), $"alert-{alert.Notice}-{(alert.IsClosed ? "closed" : "opened")}", alert, engine, cancel);
    }

    /// <summary>Starts a mail's delivery once more, also where one has come to its end. One that runs goes on.</summary>
    /// <param name="times">How often somebody sent it again: each time is a delivery of its own, because the one before may be about to end.</param>
    public static Task DeliverAgainAsync(MailDeliveryInput mail, int times, DurableTaskClient engine, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var id = $"mail-{mail.Ledger}-{mail.MailId}{(times == 0 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"-{times}"))}";
        return DeliverAsync(nameof(MailDelivery), id, mail, [Pending, Running, Suspended], engine, cancel);
    }

    private static Task DeliverAsync(string orchestration, string id, object input, DurableTaskClient engine, CancellationToken cancel) =>
        DeliverAsync(orchestration, id, input, [Pending, Running, Suspended, Completed, Failed, Terminated], engine, cancel);

    private static async Task DeliverAsync(string orchestration, string id, object input, OrchestrationRuntimeStatus[] unless, DurableTaskClient engine, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(engine);
        try
        {
            var options = new StartOrchestrationOptions(id).WithDedupeStatuses(unless);
            await engine.ScheduleNewOrchestrationInstanceAsync(orchestration, input, options, cancel).ConfigureAwait(false);
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
